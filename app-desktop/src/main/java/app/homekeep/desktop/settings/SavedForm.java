// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.kit.AsyncButton;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Text;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A form that stays on screen, with the button that saves it and why it was refused.
final class SavedForm extends VBox {
    SavedForm(Text text, Form form, FormState state, String id, Runnable save) {
        super(12);
        Label refusal = Labels.wrapping(new Label());
        refusal.setId(id + "-refusal");
        refusal.getStyleClass().add("problem-line");
        refusal.setGraphic(Icons.PROBLEM.node("problem-icon"));
        refusal.textProperty().bind(state.refusal());
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        getChildren()
                .addAll(
                        form,
                        refusal,
                        new AsyncButton(
                                id,
                                text.get("settings.save"),
                                text.get("settings.saving"),
                                Icons.SAVE,
                                state.busy(),
                                save));
    }
}
