// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.lockdown;

import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks once before the house is locked down, and once before it is opened again.
record LockdownQuestions(Text text, Dialogs dialogs, LockdownViewModel model) {
    private static final List<String> WILL =
            List.of("lockdown.will.sessions", "lockdown.will.keys", "lockdown.will.signing", "lockdown.will.network");
    private static final List<String> STAYS =
            List.of("lockdown.stays.here", "lockdown.stays.files", "lockdown.stays.deleted");

    void lock() {
        dialogs.form(
                text.get("lockdown.title"),
                whatHappens(text),
                new Dialogs.Choice("confirm-lock-down", text.get("lockdown.lock"), true, model::lock));
    }

    void reopen() {
        int open = model.open();
        String left = open == 0 ? "" : text.get("lockdown.reopen.left", open) + "\n\n";
        dialogs.confirm(
                text.get("lockdown.reopen.title"),
                left + text.get("lockdown.reopen.words"),
                new Dialogs.Choice("confirm-reopen", text.get("lockdown.reopen"), false, model::reopen));
    }

    /// What a lockdown ends, and what it leaves alone.
    static Node whatHappens(Text text) {
        var box = new VBox(8, Labels.strong(text.get("lockdown.will")));
        WILL.forEach(key -> box.getChildren().add(line(Icons.CLOSE, "bad-icon", text.get(key))));
        box.getChildren().add(Labels.strong(text.get("lockdown.stays")));
        STAYS.forEach(key -> box.getChildren().add(line(Icons.DONE, "good-icon", text.get(key))));
        box.getStyleClass().add("dialog-words");
        return box;
    }

    private static HBox line(Icons icon, String style, String words) {
        Label label = Labels.wrapping(Labels.plain(words));
        HBox.setHgrow(label, Priority.ALWAYS);
        return new HBox(8, icon.node(style), label);
    }
}
