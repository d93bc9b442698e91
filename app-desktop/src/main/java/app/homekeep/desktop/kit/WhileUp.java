// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.text.Text;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// Shows something of the server while it runs, and else that it doesn't.
public final class WhileUp extends StackPane {
    /// @param down what starting it would bring, in a sentence
    public WhileUp(Text text, ObservableBooleanValue serverUp, Node content, String down) {
        var instead = new EmptyState(Icons.SERVER, text.get("server.down"), down);
        Runnable show = () -> getChildren().setAll(serverUp.get() ? content : instead);
        serverUp.addListener((_, _, _) -> show.run());
        show.run();
    }
}
