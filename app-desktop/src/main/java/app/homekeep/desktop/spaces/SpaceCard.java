// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.spaces;

import app.homekeep.desktop.kit.AccessWords;
import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Card;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Permission;
import app.homekeep.model.account.User;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.SpaceMember;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One space: where it lies, and the matrix of its members, people in rows, what they may do in columns.
final class SpaceCard {
    private static final List<Permission> RIGHTS =
            List.of(Permission.FILE_READ, Permission.FILE_UPLOAD, Permission.FILE_ORGANIZE, Permission.FILE_DELETE_OWN);

    private final Text text;
    private final SpacesViewModel model;
    private final SpacesViewModel.Seen seen;
    private final ManagedSpace space;
    private final AccessWords words;

    SpaceCard(Text text, SpacesViewModel model, SpacesViewModel.Seen seen, ManagedSpace space) {
        this.text = text;
        this.model = model;
        this.seen = seen;
        this.space = space;
        words = new AccessWords(text);
    }

    /// @param onRename asks for another name
    /// @param onRemove asks whether to take it off
    Node node(Runnable onRename, Runnable onRemove) {
        Label folder = Labels.wrapping(Labels.mono(space.folder()));
        var content = new VBox(12, folder);
        if (!space.available()) {
            content.getChildren().add(Labels.wrapping(Labels.muted(text.get("spaces.away.words"))));
        }
        content.getChildren()
                .add(space.members().isEmpty() ? Labels.wrapping(Labels.muted(text.get("spaces.nobody"))) : matrix());
        var actions = new FlowPane(8, 8, letIn(), rename(onRename), remove(onRemove));
        content.getChildren().add(actions);
        var card = new Card(space.name(), content);
        card.setId("space-" + space.id());
        if (!space.available()) {
            card.beside(new Badge(text.get("spaces.away"), Badge.Tone.WARN));
        }
        return card;
    }

    private Node matrix() {
        var grid = new GridPane(16, 8);
        grid.getStyleClass().add("matrix");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(100);
        grid.getColumnConstraints().add(names);
        for (int column = 0; column < RIGHTS.size(); column++) {
            Label title = Labels.wrapping(Labels.muted(
                    text.get("spaces.right." + RIGHTS.get(column).name().toLowerCase(java.util.Locale.ROOT))));
            title.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(title, HPos.CENTER);
            grid.add(title, column + 1, 0);
        }
        int row = 1;
        for (SpaceMember member : space.members()) {
            grid.add(Labels.wrapping(Labels.plain(seen.name(member.user()))), 0, row);
            for (int column = 0; column < RIGHTS.size(); column++) {
                grid.add(tick(member, RIGHTS.get(column)), column + 1, row);
            }
            grid.add(out(member), RIGHTS.size() + 1, row);
            row++;
        }
        return grid;
    }

    private CheckBox tick(SpaceMember member, Permission right) {
        var box = new CheckBox();
        boolean on = member.permissions().contains(right);
        box.setId(
                "tick-" + space.id() + "-" + member.user() + "-" + right.wire().replace(':', '-'));
        box.setSelected(on);
        // Who may not even look is no member: that is what the button at the end is for.
        box.setDisable(right == Permission.FILE_READ);
        box.setAccessibleText(text.get("roles.tick", seen.name(member.user()), words.permission(right)));
        // The tick shows what holds: it moves when the server has agreed, and the matrix is drawn anew.
        box.setOnAction(_ -> {
            box.setSelected(on);
            model.permit(space, member.user(), right, !on);
        });
        GridPane.setHalignment(box, HPos.CENTER);
        return box;
    }

    private Button out(SpaceMember member) {
        return Buttons.icon(
                "out-" + space.id() + "-" + member.user(),
                text.get("spaces.dismiss.words", seen.name(member.user()), space.name()),
                Icons.CLOSE,
                () -> model.dismiss(space, member.user()));
    }

    private Node letIn() {
        var menu = new MenuButton(text.get("spaces.admit"), Icons.ADD.node());
        menu.setId("admit-" + space.id());
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText(text.get("spaces.admit.words", space.name()));
        List<User> others = model.others(space);
        menu.setDisable(others.isEmpty());
        for (User user : others) {
            var item = new MenuItem(user.displayName());
            item.setOnAction(_ -> model.admit(space, user.username()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Button rename(Runnable onRename) {
        return Buttons.named(
                Buttons.plain("rename-" + space.id(), text.get("spaces.rename"), Icons.EDIT, onRename),
                text.get("spaces.rename.words", space.name()));
    }

    private Button remove(Runnable onRemove) {
        return Buttons.named(
                Buttons.danger("remove-" + space.id(), text.get("spaces.remove"), Icons.CLOSE, onRemove),
                text.get("spaces.remove.button", space.name()));
    }
}
