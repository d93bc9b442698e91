// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Immediate;
import app.homekeep.model.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagedRowsTest {
    private static final int PAGE = 10;

    private final List<String> asked = new ArrayList<>();
    private final List<AdminProblem> problems = new ArrayList<>();

    @Test
    void a_list_of_one_page_asks_for_no_other() {
        PagedRows<Integer> rows = rows(7);

        assertThat(rows).hasSize(7);
        assertThat(rows.get(6)).isEqualTo(new PagedRows.Slot.Here<>(6));
        assertThat(rows.ended()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void looking_at_the_end_brings_the_next_page() {
        PagedRows<Integer> rows = rows(25);
        assertThat(rows).hasSize(11);

        assertThat(rows.get(10)).isInstanceOf(PagedRows.Slot.OnItsWay.class);

        assertThat(rows).hasSize(21);
        assertThat(rows.get(10)).isEqualTo(new PagedRows.Slot.Here<>(10));
    }

    @Test
    void every_row_is_met_once_and_in_order() {
        PagedRows<Integer> rows = rows(1_003);

        readToEnd(rows);

        assertThat(rows).hasSize(1_003);
        assertThat(rows.get(1_002)).isEqualTo(new PagedRows.Slot.Here<>(1_002));
    }

    @Test
    void a_page_not_seen_for_long_is_forgotten_and_asked_for_again() {
        PagedRows<Integer> rows = rows(PAGE * (PagedRows.KEPT + 5));
        readToEnd(rows);
        asked.clear();

        assertThat(rows.get(3)).isInstanceOf(PagedRows.Slot.OnItsWay.class);

        assertThat(rows.get(3)).isEqualTo(new PagedRows.Slot.Here<>(3));
        assertThat(asked).containsExactly("first");
    }

    @Test
    void a_page_that_does_not_come_is_told_once() {
        var rows = new PagedRows<>(
                new Page<>(List.of(1), "1"),
                new Immediate(),
                _ -> {
                    throw new AdminProblem("unreachable", "No answer.");
                },
                problems::add);

        assertThat(rows.get(1)).isInstanceOf(PagedRows.Slot.OnItsWay.class);
        assertThat(rows.get(1)).isInstanceOf(PagedRows.Slot.OnItsWay.class);

        assertThat(problems).hasSize(1);
    }

    private static void readToEnd(PagedRows<Integer> rows) {
        while (!rows.ended()) {
            assertThat(rows.get(rows.size() - 1)).isNotNull();
        }
    }

    private PagedRows<Integer> rows(int all) {
        return new PagedRows<>(
                page(all, Optional.empty()),
                new Immediate(),
                after -> {
                    asked.add(after.orElse("first"));
                    return page(all, after);
                },
                problems::add);
    }

    private static Page<Integer> page(int all, Optional<String> after) {
        int from = after.map(Integer::parseInt).orElse(0);
        int to = Math.min(all, from + PAGE);
        return new Page<>(IntStream.range(from, to).boxed().toList(), to < all ? Integer.toString(to) : null);
    }
}
