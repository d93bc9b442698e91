// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConflatedTest {
    private final ManualUi ui = new ManualUi();
    private final List<Integer> seen = new ArrayList<>();
    private final Conflated<Integer> values = new Conflated<>(ui, seen::add);

    @Test
    void a_flood_of_values_is_told_as_the_latest_one() {
        IntStream.rangeClosed(1, 10_000).forEach(values::offer);

        assertThat(ui.backlog()).isOne();
        ui.pump();
        assertThat(seen).containsExactly(10_000);
    }

    @Test
    void a_value_that_comes_after_the_telling_is_told_too() {
        values.offer(1);
        ui.pump();
        values.offer(2);
        ui.pump();

        assertThat(seen).containsExactly(1, 2);
    }
}
