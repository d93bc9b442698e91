// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.text.Text;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A text that one takes away: selectable, with a button that copies it.
public final class CopyField extends HBox {
    private final TextField field = new TextField();

    /// @param what names it, such as "Address"
    public CopyField(Text text, Clipboard clipboard, String what, String value) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        field.setText(value);
        field.setEditable(false);
        field.setAccessibleText(what);
        field.getStyleClass().add("copy-text");
        field.setPrefColumnCount(Math.clamp(value.length(), 8, 48));
        HBox.setHgrow(field, Priority.ALWAYS);
        String words = text.get("copy.what", what);
        Button copy = Buttons.icon("copy", words, Icons.COPY, () -> {});
        copy.setOnAction(_ -> {
            clipboard.copy(field.getText());
            copy.setGraphic(Icons.DONE.node());
            copy.setAccessibleText(text.get("copy.done", what));
        });
        copy.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                copy.setGraphic(Icons.COPY.node());
                copy.setAccessibleText(words);
            }
        });
        getChildren().addAll(field, copy);
    }
}
