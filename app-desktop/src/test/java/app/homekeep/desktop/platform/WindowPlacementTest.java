// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.platform.WindowPlacement.Area;
import app.homekeep.desktop.platform.WindowPlacement.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlacementTest {
    private static final Area MAIN = new Area(0, 0, 1920, 1040);
    private static final Area RIGHT = new Area(1920, 0, 1280, 1024);

    private final Map<String, String> kept = new HashMap<>();
    private final List<Area> screens = new ArrayList<>(List.of(MAIN, RIGHT));
    private final WindowPlacement placement = new WindowPlacement(
            new Preferences() {
                @Override
                public Optional<String> get(String key) {
                    return Optional.ofNullable(kept.get(key));
                }

                @Override
                public void put(String key, String value) {
                    kept.put(key, value);
                }
            },
            () -> screens);

    @Test
    void a_first_window_has_no_place() {
        assertThat(placement.last()).isEmpty();
    }

    @Test
    void a_place_that_can_be_seen_is_kept() {
        var place = new Place(new Area(2000, 100, 1000, 700), true);

        placement.remember(place);

        assertThat(placement.last()).contains(place);
    }

    @Test
    void a_place_on_a_screen_that_is_gone_moves_onto_one_that_is_there() {
        placement.remember(new Place(new Area(2000, 100, 1000, 700), false));
        screens.remove(RIGHT);

        assertThat(placement.last()).contains(new Place(new Area(920, 100, 1000, 700), false));
    }

    @Test
    void a_window_larger_than_the_screen_shrinks() {
        placement.remember(new Place(new Area(-50, -50, 4000, 3000), false));

        assertThat(placement.last()).contains(new Place(MAIN, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1 2 3", "a b c d normal", "0 0 0 0 normal", "0 0 -5 10 normal", "99999999999 0 1 1 normal"})
    void a_remembered_place_that_makes_no_sense_is_none(String text) {
        kept.put("window", text);

        assertThat(placement.last()).isEmpty();
    }
}
