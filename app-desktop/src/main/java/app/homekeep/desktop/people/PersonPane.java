// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.kit.AccessWords;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.account.User;
import app.homekeep.model.device.KnownDevice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One person closely: what is known, what can be done, and their devices.
final class PersonPane {
    private final Text text;
    private final Formats formats;
    private final PeopleViewModel model;
    private final PersonDialogs dialogs;
    private final VBox devices = new VBox(8);

    PersonPane(Text text, Formats formats, PeopleViewModel model, PersonDialogs dialogs) {
        this.text = text;
        this.formats = formats;
        this.model = model;
        this.dialogs = dialogs;
        model.devices().addListener((_, _, now) -> list(now));
        list(List.of());
    }

    Node of(User user) {
        var title = Labels.wrapping(Labels.heading(user.displayName()));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var close = Buttons.icon(
                "person-close", text.get("people.close"), Icons.CLOSE, () -> model.choose(Optional.empty()));
        var head = new HBox(8, title, close);
        head.setAlignment(Pos.TOP_LEFT);
        Set<PersonAction> actions = PersonAction.of(user);
        var box = new VBox(12, head, new HBox(PeopleTable.state(text, user)), facts(user), buttons(user, actions));
        box.getChildren().addAll(policies(user, actions));
        box.getChildren().add(new VBox(8, Labels.heading(text.get("people.devices")), devices));
        if (actions.contains(PersonAction.DELETE)) {
            box.getChildren().add(ends(user, actions));
        }
        box.getStyleClass().add("details");
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setId("person");
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "details-pane");
        return scroll;
    }

    private Node facts(User user) {
        Instant seen = user.lastSeenAt();
        return new VBox(
                4,
                fact("people.username", user.username()),
                fact("people.role", new AccessWords(text).role(user.role(), model.roles())),
                fact("people.totp.long", PeopleTable.totp(text, user)),
                fact("people.since", formats.moment(user.createdAt())),
                fact("people.seen", seen == null ? text.get("people.seen.never") : formats.moment(seen)));
    }

    private Node fact(String key, String value) {
        var words = Labels.wrapping(Labels.plain(text.get("people.fact", text.get(key), value)));
        return words;
    }

    private Node buttons(User user, Set<PersonAction> actions) {
        var box = new VBox(8);
        actions.stream()
                .filter(action -> switch (action) {
                    case REQUIRE_TOTP, APPROVE_DEVICES, BLOCK, DEACTIVATE, DELETE -> false;
                    default -> true;
                })
                .map(action -> button(user, action))
                .forEach(box.getChildren()::add);
        return box;
    }

    /// What shuts somebody out stands last.
    private Node ends(User user, Set<PersonAction> actions) {
        var box = new VBox(8, Labels.heading(text.get("people.ends")));
        Set<PersonAction> wanted = Set.of(PersonAction.BLOCK, PersonAction.DEACTIVATE, PersonAction.DELETE);
        actions.stream()
                .filter(wanted::contains)
                .map(action -> button(user, action))
                .forEach(box.getChildren()::add);
        return box;
    }

    private Button button(User user, PersonAction action) {
        return switch (action) {
            case EDIT -> wide("edit", "people.edit", Icons.EDIT, () -> dialogs.edit(user));
            case INVITE_AGAIN ->
                wide("invite-again", "people.invite_again", Icons.INVITE, () -> dialogs.inviteAgain(user));
            case RESET_PASSWORD ->
                wide("reset-password", "people.reset_password", Icons.PASSWORD, () -> dialogs.resetPassword(user));
            case SET_UP_TOTP ->
                wide("set-up-totp", "people.set_up_totp", Icons.SECOND_FACTOR, () -> dialogs.setUpTotp(user));
            case RESET_TOTP -> wide("reset-totp", "people.reset_totp", Icons.RESTART, () -> dialogs.resetTotp(user));
            case UNBLOCK -> wide("unblock", "people.unblock", Icons.UNBLOCK, () -> model.unblock(user));
            case ACTIVATE -> wide("activate", "people.activate", Icons.BACK_AGAIN, () -> model.unblock(user));
            case BLOCK -> dangerous(wide("block", "people.block", Icons.BLOCK, () -> dialogs.block(user)));
            case DEACTIVATE ->
                dangerous(wide("deactivate", "people.deactivate", Icons.AWAY, () -> dialogs.deactivate(user)));
            case DELETE -> dangerous(wide("delete", "people.delete", Icons.DELETE, () -> dialogs.delete(user)));
            case REQUIRE_TOTP, APPROVE_DEVICES -> throw new IllegalArgumentException(action + " is a tick, no button");
        };
    }

    private Button wide(String id, String key, Icons icon, Runnable action) {
        Button button = Buttons.plain(id, text.get(key), icon, action);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        return button;
    }

    private static Button dangerous(Button button) {
        button.getStyleClass().addAll("danger", "button-outlined");
        return button;
    }

    /// A tick shows what holds: it moves when the server has agreed, and the pane is drawn anew.
    private List<Node> policies(User user, Set<PersonAction> actions) {
        if (!actions.contains(PersonAction.REQUIRE_TOTP)) {
            return List.of();
        }
        var totp = tick("require-totp", "people.require_totp", user.requireTotp());
        totp.setOnAction(_ -> {
            totp.setSelected(user.requireTotp());
            model.requireTotp(user, !user.requireTotp());
        });
        var approve = tick("approve-devices", "people.approve_devices", user.approveDevices());
        approve.setOnAction(_ -> {
            approve.setSelected(user.approveDevices());
            model.approveDevices(user, !user.approveDevices());
        });
        return List.of(totp, approve);
    }

    private CheckBox tick(String id, String key, boolean on) {
        var box = new CheckBox(text.get(key));
        box.setId(id);
        box.setSelected(on);
        box.setWrapText(true);
        return box;
    }

    private void list(List<KnownDevice> known) {
        devices.getChildren().clear();
        if (known.isEmpty()) {
            devices.getChildren().add(Labels.wrapping(Labels.muted(text.get("people.devices.none"))));
        }
        known.forEach(device -> devices.getChildren().add(line(device)));
    }

    private Node line(KnownDevice device) {
        var name = Labels.wrapping(Labels.strong(device.name()));
        var where = Labels.wrapping(Labels.muted(text.get(
                "people.device.words", device.browser(), device.address(), formats.moment(device.lastSeenAt()))));
        var words = new VBox(name, where);
        HBox.setHgrow(words, Priority.ALWAYS);
        var forget = Buttons.icon(
                "forget-" + device.id(),
                text.get("people.device.forget", device.name()),
                Icons.FORGET,
                () -> model.forget(device));
        var line = new HBox(8, words, forget);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
