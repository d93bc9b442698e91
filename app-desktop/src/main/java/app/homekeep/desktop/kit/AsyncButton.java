// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// A button whose work takes a while: it says so, and can't be pressed again meanwhile.
public final class AsyncButton extends Button {
    /// @param meanwhile the words while it works
    public AsyncButton(
            String id, String words, String meanwhile, Icons icon, ObservableBooleanValue busy, Runnable action) {
        setId(id);
        setGraphic(icon.node());
        setMinWidth(Region.USE_PREF_SIZE);
        textProperty().bind(Bindings.when(busy).then(meanwhile).otherwise(words));
        disableProperty().bind(busy);
        setOnAction(_ -> action.run());
    }
}
