// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.apikeys;

import app.homekeep.desktop.kit.AccessWords;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.OncePane;
import app.homekeep.desktop.kit.Words;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Permission;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Asks what a key is for, and shows it once.
record NewKeyDialog(Text text, Dialogs dialogs, Clipboard clipboard) {
    void show(NewKeyViewModel model, Runnable onDone) {
        Form form = new Form()
                .text(
                        "key-name",
                        text.get("api_keys.name"),
                        text.get("api_keys.name.help"),
                        model.name.value,
                        model.name.problem)
                .add(permissions(model))
                .choice(
                        "key-lifetime",
                        text.get("api_keys.expires"),
                        "",
                        List.of(Lifetime.values()),
                        model.lifetime,
                        new Words<>(lifetime -> text.get(lifetime.key())));
        form.getStyleClass().add("dialog-words");
        dialogs.course(
                text.get("api_keys.new.title"),
                course -> course.ask(
                        form,
                        "create-key",
                        text.get("api_keys.create"),
                        model.state.busy(),
                        model.state.refusal(),
                        () -> model.send(made -> {
                            course.tell(
                                    text.get("api_keys.made", made.name()),
                                    new OncePane(text, clipboard, text.get("api_keys.once"))
                                            .copy("new-key", text.get("api_keys.key"), made.key())
                                            .note(text.get("api_keys.use")));
                            onDone.run();
                        })));
    }

    private Node permissions(NewKeyViewModel model) {
        var words = new AccessWords(text);
        var box = new VBox(8, Labels.strong(text.get("api_keys.permissions")));
        for (Permission permission : NewKeyViewModel.choices()) {
            var tick = new CheckBox(words.permission(permission));
            tick.setId("allow-" + permission.wire().replace(':', '-'));
            tick.setSelected(model.allows(permission));
            tick.setOnAction(_ -> model.allow(permission, tick.isSelected()));
            box.getChildren().add(tick);
        }
        Label problem = Labels.wrapping(new Label());
        problem.getStyleClass().add("problem-line");
        problem.setGraphic(Icons.PROBLEM.node("problem-icon"));
        problem.textProperty().bind(model.permissionsProblem);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        box.getChildren().add(problem);
        return box;
    }
}
