// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.text.Text;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A secret that is shown this once, to be taken away: as text to copy, perhaps as a code to scan.
public final class OncePane extends VBox {
    private static final int CODE = 220;

    private final Text text;
    private final Clipboard clipboard;

    /// @param words what it is for, and that it is shown only now
    public OncePane(Text text, Clipboard clipboard, String words) {
        super(12);
        this.text = text;
        this.clipboard = clipboard;
        getStyleClass().add("dialog-words");
        getChildren().add(Labels.wrapping(Labels.plain(words)));
    }

    /// A code for a phone's camera.
    public OncePane qr(String content, String whatItIs) {
        var code = new QrView(content, CODE, whatItIs);
        code.setId("once-qr");
        var line = new VBox(code);
        line.setAlignment(Pos.CENTER);
        getChildren().add(line);
        return this;
    }

    public OncePane copy(String id, String what, String value) {
        var field = new CopyField(text, clipboard, what, value);
        field.setId(id);
        getChildren().add(new VBox(4, Labels.strong(what), field));
        return this;
    }

    public OncePane note(String words) {
        Label note = Labels.wrapping(Labels.muted(words));
        getChildren().add(note);
        return this;
    }
}
