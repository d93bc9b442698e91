// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A dialog that goes on: a form that stays open until the server has taken it, then perhaps what came of it. FX thread
/// only.
public final class Course {
    private final Text text;
    private final Dialog<ButtonType> dialog;

    Course(Text text, Dialog<ButtonType> dialog) {
        this.text = text;
        this.dialog = dialog;
    }

    /// Shows a form with one button that sends it.
    ///
    /// @param busy    while it is being sent
    /// @param refusal why it was refused; empty while it wasn't
    public void ask(
            Node form,
            String id,
            String words,
            ObservableBooleanValue busy,
            ObservableStringValue refusal,
            Runnable onSend) {
        Label problem = Labels.wrapping(new Label());
        problem.setId("refusal");
        problem.getStyleClass().add("problem-line");
        problem.setGraphic(Icons.PROBLEM.node("problem-icon"));
        problem.textProperty().bind(refusal);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        var send = new ButtonType(words, ButtonData.OK_DONE);
        buttons(new VBox(8, form, problem), List.of(send, cancel("dialog.cancel")));
        Button button = (Button) pane().lookupButton(send);
        button.setId(id);
        button.disableProperty().bind(busy);
        // The dialog stays until the server has agreed.
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            onSend.run();
            fit();
        });
        refusal.addListener((_, _, _) -> fit());
    }

    /// Shows what came of it; the only way on is to close.
    public void tell(String title, Node content) {
        pane().setHeader(Dialogs.head(title));
        dialog.setTitle(title);
        buttons(content, List.of(new ButtonType(text.get("dialog.close"), ButtonData.CANCEL_CLOSE)));
    }

    /// Shows something that goes on by itself until it is closed.
    ///
    /// @param onClosed ends what goes on
    public void watch(Node content, Runnable onClosed) {
        buttons(content, List.of(new ButtonType(text.get("dialog.close"), ButtonData.CANCEL_CLOSE)));
        dialog.setOnHidden(_ -> onClosed.run());
    }

    /// What it shows has become larger or smaller.
    public void refit() {
        fit();
    }

    public void close() {
        dialog.setResult(ButtonType.CLOSE);
        dialog.close();
    }

    void open() {
        dialog.show();
    }

    private DialogPane pane() {
        return dialog.getDialogPane();
    }

    private ButtonType cancel(String key) {
        return new ButtonType(text.get(key), ButtonData.CANCEL_CLOSE);
    }

    private void buttons(Node content, List<ButtonType> types) {
        pane().setContent(content);
        pane().getButtonTypes().setAll(new ArrayList<>(types));
        pane().lookupButton(types.getLast()).setId(types.size() > 1 ? "cancel" : "close");
        fit();
    }

    /// What is said about a mistake must not push the buttons out of sight.
    private void fit() {
        if (dialog.isShowing()) {
            pane().getScene().getWindow().sizeToScene();
        }
    }
}
