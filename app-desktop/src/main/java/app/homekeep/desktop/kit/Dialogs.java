// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Questions to the owner. Buttons are named after what they do, and every question can be left with Cancel or Escape.
public final class Dialogs {
    private final Text text;
    private final Theme theme;
    private final Supplier<Optional<Window>> owner;

    public Dialogs(Text text, Theme theme, Supplier<Optional<Window>> owner) {
        this.text = text;
        this.theme = theme;
        this.owner = owner;
    }

    /// One way out of a question.
    public record Choice(String id, String words, boolean dangerous, Runnable action) {}

    /// Asks before something is done that can't be taken back, and says what will happen.
    public void confirm(String title, String what, Choice choice) {
        choose(title, what, List.of(choice));
    }

    /// Asks which of several things to do; Cancel is always one more.
    public void choose(String title, String what, List<Choice> choices) {
        Label words = Labels.wrapping(new Label(what));
        words.getStyleClass().add("dialog-words");
        show(title, words, choices);
    }

    /// Shows fields and does something with them.
    public void form(String title, Node form, Choice choice) {
        show(title, form, List.of(choice));
    }

    /// Begins a dialog that stays open while something goes on in it.
    ///
    /// @param first fills it; it opens after that
    public void course(String title, Consumer<Course> first) {
        var course = new Course(text, dialog(title));
        first.accept(course);
        course.open();
    }

    static Node head(String title) {
        Label heading = Labels.heading(title);
        heading.getStyleClass().add("dialog-title");
        return heading;
    }

    private Dialog<ButtonType> dialog(String title) {
        var dialog = new Dialog<ButtonType>();
        owner.get().ifPresent(dialog::initOwner);
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setTitle(title);
        theme.dress(dialog.getDialogPane());
        dialog.getDialogPane().setHeader(head(title));
        return dialog;
    }

    private void show(String title, Node content, List<Choice> choices) {
        Dialog<ButtonType> dialog = dialog(title);
        DialogPane pane = dialog.getDialogPane();
        pane.setContent(content);
        List<ButtonType> types = new ArrayList<>();
        for (Choice choice : choices) {
            types.add(new ButtonType(choice.words(), choice.dangerous() ? ButtonData.OTHER : ButtonData.OK_DONE));
        }
        pane.getButtonTypes().addAll(types);
        var cancel = new ButtonType(text.get("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        pane.getButtonTypes().add(cancel);
        for (int i = 0; i < types.size(); i++) {
            Button button = (Button) pane.lookupButton(types.get(i));
            button.setId(choices.get(i).id());
            if (choices.get(i).dangerous()) {
                button.getStyleClass().add("danger");
            }
        }
        pane.lookupButton(cancel).setId("cancel");
        // Enter, pressed too soon, does no harm.
        if (choices.getFirst().dangerous()) {
            dialog.setOnShown(_ -> pane.lookupButton(cancel).requestFocus());
        }
        dialog.setOnHidden(_ -> {
            int chosen = types.indexOf(dialog.getResult());
            if (chosen >= 0) {
                choices.get(chosen).action().run();
            }
        });
        dialog.show();
    }
}
