// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.spaces;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.LevelRows;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.space.ManagedSpace;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The questions and forms about spaces.
final class SpaceDialogs {
    private final Text text;
    private final Dialogs dialogs;
    private final FilePicker files;

    SpaceDialogs(Text text, Dialogs dialogs, FilePicker files) {
        this.text = text;
        this.dialogs = dialogs;
        this.files = files;
    }

    /// Asks for a folder, its name and who may use it.
    void add(NewSpaceViewModel space, Consumer<ManagedSpace> onDone) {
        var field = new TextField();
        field.textProperty().bindBidirectional(space.folder.value);
        HBox.setHgrow(field, Priority.ALWAYS);
        var pick = Buttons.plain(
                "pick-folder",
                text.get("spaces.folder.pick"),
                Icons.FOLDER,
                () -> files.folder(start()).ifPresent(space::picked));
        var line = new HBox(8, field, pick);
        line.setAlignment(Pos.CENTER_LEFT);
        var people = new LevelRows(text, text.get("spaces.members"));
        space.levels.forEach((user, level) -> people.add("level-" + user.username(), user.displayName(), level));
        Form form = new Form()
                .row(
                        "folder",
                        text.get("spaces.folder"),
                        text.get("spaces.folder.help"),
                        field,
                        line,
                        space.folder.problem)
                .text(
                        "space-name",
                        text.get("spaces.name"),
                        text.get("spaces.name.help"),
                        space.name.value,
                        space.name.problem)
                .add(people);
        form.getStyleClass().add("dialog-words");
        dialogs.course(
                text.get("spaces.add.title"),
                course -> course.ask(
                        form,
                        "save-space",
                        text.get("spaces.add.action"),
                        space.state.busy(),
                        space.state.refusal(),
                        () -> space.send(made -> {
                            course.close();
                            onDone.accept(made);
                        })));
    }

    void rename(SpaceName space, Runnable onDone) {
        Form form = new Form().text("space-name", text.get("spaces.name"), "", space.name.value, space.name.problem);
        form.getStyleClass().add("dialog-words");
        dialogs.course(
                text.get("spaces.rename.title"),
                course -> course.ask(
                        form,
                        "save-space",
                        text.get("spaces.rename"),
                        space.state.busy(),
                        space.state.refusal(),
                        () -> space.send(() -> {
                            course.close();
                            onDone.run();
                        })));
    }

    /// Asks once, and says that the files stay.
    void remove(ManagedSpace space, Runnable action) {
        dialogs.confirm(
                text.get("spaces.remove.title", space.name()),
                text.get("spaces.remove.words", space.folder()),
                new Dialogs.Choice("confirm-remove", text.get("spaces.remove"), true, action));
    }

    private static Path start() {
        return Path.of(System.getProperty("user.home", "/"));
    }
}
