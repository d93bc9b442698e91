// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import javafx.scene.Node;

/// One screen, or a part of the window that is shown beside all of them.
public interface Screen extends Shown {
    Node node();
}
