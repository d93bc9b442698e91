// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.kit.Notices;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes the screens of a window; the composition root knows how, the shell doesn't.
@FunctionalInterface
public interface ScreenMakers {
    /// @param notices where a screen tells how something ended
    /// @param go      leads to another screen
    /// @return one for each route
    Map<Route, Supplier<Screen>> makers(Notices notices, Consumer<Route> go);
}
