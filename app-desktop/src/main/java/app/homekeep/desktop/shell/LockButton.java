// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.text.Text;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;

/// The red button at the end of the rail.
final class LockButton extends Button {
    LockButton(Text text, Lock lock, Runnable wanted) {
        setId("lock-down");
        setGraphic(Icons.LOCKDOWN.node());
        setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("danger", "lock-button");
        Buttons.named(
                this,
                text.get("lockdown.button") + "  " + Route.LOCKDOWN.shortcut().getDisplayText());
        textProperty()
                .bind(Bindings.when(lock.locked())
                        .then(text.get("lockdown.mark"))
                        .otherwise(text.get("lockdown.button")));
        disableProperty().bind(Bindings.not(lock.serverUp()));
        setOnAction(_ -> wanted.run());
    }
}
