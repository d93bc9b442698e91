// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import java.util.Set;
import javafx.scene.Node;

/// Something that asks the owner a question above the screens. It takes no room while there is none.
///
/// @param notOn the screens that show it by themselves
public record Banner(Node node, Set<Route> notOn) {
    public Banner {
        notOn = Set.copyOf(notOn);
    }
}
