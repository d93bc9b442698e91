// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import javafx.scene.Node;

/// One screen. What costs something while it runs (timers, subscriptions, questions to the server) runs between
/// [#onShow] and [#onHide] only.
public interface Screen {
    Node node();

    void onShow();

    void onHide();
}
