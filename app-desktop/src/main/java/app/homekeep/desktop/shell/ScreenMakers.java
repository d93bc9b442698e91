// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.kit.Notices;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableIntegerValue;

/// Furnishes a window; the composition root knows how, the shell doesn't.
@FunctionalInterface
public interface ScreenMakers {
    /// @param notices where a screen tells how something ended
    /// @param go      leads to another screen
    Furnishing furnish(Notices notices, Consumer<Route> go);

    /// What is in a window.
    ///
    /// @param screens one for each route; made when first seen
    /// @param banners what asks the owner something, above the screens
    /// @param always  what runs as long as the window is seen
    /// @param waiting how many things wait for the owner on a screen, to be said in the rail
    /// @param lock    the red button at the end of the rail
    record Furnishing(
            Map<Route, Supplier<Screen>> screens,
            List<Banner> banners,
            List<Shown> always,
            Map<Route, ObservableIntegerValue> waiting,
            Lock lock) {
        public Furnishing {
            screens = Map.copyOf(screens);
            banners = List.copyOf(banners);
            always = List.copyOf(always);
            waiting = Map.copyOf(waiting);
        }
    }
}
