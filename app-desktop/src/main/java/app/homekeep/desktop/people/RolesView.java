// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.kit.AccessWords;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Permission;
import app.homekeep.model.role.RoleInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The matrix of roles: what may be done in rows, roles in columns.
final class RolesView implements Screen {
    private final Text text;
    private final RolesViewModel model;
    private final Dialogs dialogs;
    private final AccessWords words;
    private final GridPane grid = new GridPane(16, 8);
    private final Node node;

    RolesView(Text text, RolesViewModel model, Dialogs dialogs) {
        this.text = text;
        this.model = model;
        this.dialogs = dialogs;
        words = new AccessWords(text);
        grid.setId("roles");
        grid.getStyleClass().add("matrix");
        var scroll = new ScrollPane(grid);
        scroll.setFocusTraversable(false);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        var fresh = Buttons.plain("new-role", text.get("roles.new"), Icons.ADD, () -> name(Optional.empty()));
        var whole = new VBox(12, scroll, fresh);
        node = new LoadPane<>(
                text,
                model.roles(),
                model::load,
                whole,
                this::fill,
                List::isEmpty,
                new EmptyState(Icons.PEOPLE, text.get("roles.empty"), ""));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        model.onShow();
    }

    @Override
    public void onHide() {
        model.onHide();
    }

    private void fill(List<RoleInfo> roles) {
        String focused = grid.getScene() == null || grid.getScene().getFocusOwner() == null
                ? ""
                : Optional.ofNullable(grid.getScene().getFocusOwner().getId()).orElse("");
        grid.getChildren().clear();
        for (int column = 0; column < roles.size(); column++) {
            grid.add(head(roles.get(column)), column + 1, 0);
        }
        int row = 1;
        for (Permission permission : Permission.values()) {
            title(words.permission(permission), row);
            for (int column = 0; column < roles.size(); column++) {
                RoleInfo role = roles.get(column);
                tick(
                        role,
                        permission.wire().replace(':', '-'),
                        words.permission(permission),
                        role.permissions().contains(permission),
                        role.editable() && permission.fits(role.id()),
                        allowed -> model.permit(role, permission, allowed),
                        column + 1,
                        row);
            }
            row++;
        }
        policy("totp", "roles.require_totp", roles, row, RoleInfo::requireTotp, model::requireTotp);
        policy("devices", "roles.approve_devices", roles, row + 1, RoleInfo::approveDevices, model::approveDevices);
        // Whoever walks through it by keyboard goes on from where they were.
        if (!focused.isEmpty()) {
            Optional.ofNullable(grid.lookup("#" + focused)).ifPresent(Node::requestFocus);
        }
    }

    private void policy(
            String id,
            String key,
            List<RoleInfo> roles,
            int row,
            Predicate<RoleInfo> on,
            BiConsumer<RoleInfo, Boolean> onTick) {
        title(text.get(key), row);
        for (int column = 0; column < roles.size(); column++) {
            RoleInfo role = roles.get(column);
            if (model.hasPeople(role)) {
                tick(
                        role,
                        id,
                        text.get(key),
                        on.test(role),
                        role.editable(),
                        now -> onTick.accept(role, now),
                        column + 1,
                        row);
            }
        }
    }

    private void title(String words, int row) {
        Label title = Labels.wrapping(Labels.plain(words));
        title.setMinWidth(200);
        grid.add(title, 0, row);
    }

    private void tick(
            RoleInfo role,
            String id,
            String what,
            boolean on,
            boolean editable,
            Consumer<Boolean> onTick,
            int column,
            int row) {
        var box = new CheckBox();
        box.setId("tick-" + role.id() + "-" + id);
        box.setSelected(on);
        box.setDisable(!editable);
        box.setAccessibleText(text.get("roles.tick", words.role(role), what));
        // The tick shows what holds: it moves when the server has agreed, and the matrix is drawn anew.
        box.setOnAction(_ -> {
            box.setSelected(on);
            onTick.accept(!on);
        });
        GridPane.setHalignment(box, HPos.CENTER);
        grid.add(box, column, row);
    }

    private Node head(RoleInfo role) {
        Label name = Labels.strong(words.role(role));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label people = Labels.muted(
                model.hasPeople(role) ? text.get("roles.people", role.users()) : text.get("roles.people.api"));
        people.setMinWidth(Region.USE_PREF_SIZE);
        var box = new VBox(4, name, people);
        box.setAlignment(Pos.TOP_CENTER);
        if (!role.builtIn()) {
            box.getChildren().add(menu(role));
        }
        return box;
    }

    private Node menu(RoleInfo role) {
        var menu = new MenuButton("", Icons.MORE.node());
        menu.setId("role-menu-" + role.id());
        menu.setAccessibleText(text.get("roles.menu", role.name()));
        menu.getStyleClass().addAll("button-icon", "flat", "tight-icon");
        var rename = new MenuItem(text.get("roles.rename"), Icons.EDIT.node());
        rename.setOnAction(_ -> name(Optional.of(role)));
        var delete = new MenuItem(text.get("roles.delete"), Icons.DELETE.node());
        delete.setDisable(role.users() > 0);
        delete.setOnAction(_ -> dialogs.confirm(
                text.get("roles.delete.title", role.name()),
                text.get("roles.delete.words"),
                new Dialogs.Choice("confirm-role-delete", text.get("roles.delete"), true, () -> model.delete(role))));
        menu.getItems().addAll(rename, delete);
        return menu;
    }

    private void name(Optional<RoleInfo> before) {
        RolesViewModel.Naming naming = model.naming(before);
        Form form = new Form()
                .text(
                        "role-name",
                        text.get("roles.name"),
                        text.get("roles.name.help"),
                        naming.name.value,
                        naming.name.problem);
        form.getStyleClass().add("dialog-words");
        dialogs.course(
                text.get(before.isPresent() ? "roles.rename.title" : "roles.new.title"),
                course -> course.ask(
                        form,
                        "save-role",
                        text.get(before.isPresent() ? "roles.rename" : "roles.new.action"),
                        naming.state.busy(),
                        naming.state.refusal(),
                        () -> model.send(naming, course::close)));
    }
}
