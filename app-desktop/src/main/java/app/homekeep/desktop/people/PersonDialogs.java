// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.AccessWords;
import app.homekeep.desktop.kit.Course;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.LevelRows;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.OncePane;
import app.homekeep.desktop.kit.StrengthMeter;
import app.homekeep.desktop.kit.Words;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Limits;
import app.homekeep.model.Role;
import app.homekeep.model.account.FilesFate;
import app.homekeep.model.account.ResetCode;
import app.homekeep.model.account.User;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.role.RoleInfo;
import app.homekeep.model.space.ManagedSpace;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// The questions and forms about people.
final class PersonDialogs {
    private final Text text;
    private final Formats formats;
    private final Dialogs dialogs;
    private final Admin admin;
    private final Background background;
    private final Clock clock;
    private final Notices notices;
    private final PeopleViewModel model;
    private final Clipboard clipboard;
    private final TotpDialog totp;

    PersonDialogs(People make, Notices notices, PeopleViewModel model) {
        text = make.text();
        formats = make.formats();
        dialogs = make.dialogs();
        admin = make.admin();
        background = make.source().background();
        clock = make.clock();
        clipboard = make.clipboard();
        this.notices = notices;
        this.model = model;
        FilePicker files = make.files();
        totp = new TotpDialog(text, dialogs, clipboard, files);
    }

    /// Asks for whom, and shows the link.
    void invite() {
        background.run(
                admin.spaces()::shared,
                this::invite,
                // An invite is good without them too.
                problem -> {
                    notices.problem(text.problem(problem));
                    invite(List.of());
                });
    }

    private void invite(List<ManagedSpace> spaces) {
        var invite = new InviteViewModel(text, admin.invites(), background, clock, spaces);
        Form form = new Form()
                .text(
                        "invite-name",
                        text.get("invite.name"),
                        text.get("invite.name.help"),
                        invite.name.value,
                        invite.name.problem);
        role(form, invite.role);
        form.choice(
                "invite-expiry",
                text.get("invite.expiry"),
                "",
                List.of(Expiry.values()),
                invite.expiry,
                new Words<>(expiry -> text.get(expiry.key())));
        if (!spaces.isEmpty()) {
            var levels = new LevelRows(text, text.get("invite.spaces"));
            invite.levels.forEach((space, level) -> levels.add("level-" + space.id(), space.name(), level));
            form.add(levels);
        }
        dialogs.course(
                text.get("invite.title"),
                course -> course.ask(
                        wide(form),
                        "send-invite",
                        text.get("invite.send"),
                        invite.state.busy(),
                        invite.state.refusal(),
                        () -> invite.send(made -> show(course, made))));
    }

    void add() {
        var person = new PersonFormViewModel(text, admin.people(), background, Optional.empty());
        form(text.get("people.add.title"), "add-person", text.get("people.add.action"), person, "people.add.done");
    }

    void edit(User user) {
        var person = new PersonFormViewModel(text, admin.people(), background, Optional.of(user));
        form(
                text.get("people.edit.title", user.displayName()),
                "save-person",
                text.get("people.save"),
                person,
                "people.edit.done");
    }

    void inviteAgain(User user) {
        model.inviteAgain(user, made -> dialogs.course(text.get("invite.made"), course -> show(course, made)));
    }

    void setUpTotp(User user) {
        totp.show(new TotpViewModel(text, admin.secondFactor(), background, notices, user), user, model::load);
    }

    void resetTotp(User user) {
        confirm("reset_totp", user, () -> model.resetTotp(user));
    }

    void block(User user) {
        confirm("block", user, () -> model.block(user));
    }

    void deactivate(User user) {
        confirm("deactivate", user, () -> model.deactivate(user));
    }

    void resetPassword(User user) {
        dialogs.confirm(
                text.get("people.reset_password.title", user.displayName()),
                text.get("people.reset_password.words", user.displayName()),
                new Dialogs.Choice(
                        "confirm-reset_password",
                        text.get("people.reset_password"),
                        false,
                        () -> model.resetPassword(user, this::show)));
    }

    /// Shows a one-time code.
    void show(ResetCode code) {
        dialogs.course(
                text.get("reset.title", code.username()),
                course -> course.tell(
                        text.get("reset.title", code.username()),
                        new OncePane(text, clipboard, text.get("reset.words", code.username()))
                                .qr(code.url(), text.get("reset.qr"))
                                .copy("reset-code", text.get("reset.code"), code.code())
                                .copy("reset-link", text.get("reset.link"), code.url())
                                .note(text.get("once.until", formats.moment(code.expiresAt())))));
    }

    /// Says what happens, and asks what becomes of the files.
    void delete(User user) {
        var group = new ToggleGroup();
        var box = new VBox(12, Labels.wrapping(Labels.plain(text.get("people.delete.words", user.displayName()))));
        box.getStyleClass().add("dialog-words");
        box.getChildren().add(Labels.strong(text.get("people.delete.files")));
        for (FilesFate fate : FilesFate.values()) {
            var choice = new RadioButton(text.get("people.files." + fate.wire()));
            choice.setId("files-" + fate.wire());
            choice.setToggleGroup(group);
            choice.setUserData(fate);
            choice.setWrapText(true);
            choice.setSelected(fate == FilesFate.KEEP);
            box.getChildren().add(choice);
        }
        dialogs.form(
                text.get("people.delete.title", user.displayName()),
                box,
                new Dialogs.Choice(
                        "confirm-delete",
                        text.get("people.delete.action", user.displayName()),
                        true,
                        () -> model.delete(
                                user, (FilesFate) group.getSelectedToggle().getUserData())));
    }

    /// A box to choose a role in.
    Form role(Form form, ObjectProperty<String> role) {
        List<RoleInfo> roles = model.roles();
        List<String> ids = roles.isEmpty()
                ? Arrays.stream(Role.values()).map(Role::wire).toList()
                : roles.stream().map(RoleInfo::id).toList();
        var words = new AccessWords(text);
        return form.choice(
                "role",
                text.get("people.role"),
                text.get("people.role.help"),
                ids.stream().filter(id -> !isFixed(id)).toList(),
                role,
                new Words<>(id -> words.role(id, roles)));
    }

    private void show(Course course, CreatedInvite made) {
        course.tell(
                text.get("invite.made"),
                new OncePane(text, clipboard, text.get("invite.words"))
                        .qr(made.url(), text.get("invite.qr"))
                        .copy("invite-link", text.get("invite.link"), made.url())
                        .note(text.get("once.until", formats.moment(made.expiresAt()))));
    }

    private void form(String title, String id, String action, PersonFormViewModel person, String doneKey) {
        Form form = new Form()
                .text(
                        "display-name",
                        text.get("people.name"),
                        text.get("people.name.help"),
                        person.displayName.value,
                        person.displayName.problem)
                .text(
                        "username",
                        text.get("people.username"),
                        text.get("people.username.help"),
                        person.username.value,
                        person.username.problem);
        if (person.choosesRole()) {
            role(form, person.role);
        }
        if (person.isNew()) {
            form.password(
                            "password",
                            text.get("welcome.password"),
                            text.get("welcome.password.help", Limits.PASSWORD_SHORTEST),
                            person.password.value,
                            person.password.problem,
                            text.get("welcome.password.show"),
                            text.get("welcome.password.hide"))
                    .add(new StrengthMeter(text, person.password.value, person::strength));
        }
        dialogs.course(
                title,
                course -> course.ask(
                        wide(form),
                        id,
                        action,
                        person.state.busy(),
                        person.state.refusal(),
                        () -> person.send(name -> {
                            course.close();
                            notices.done(text.get(doneKey, name));
                            model.load();
                        })));
    }

    private void confirm(String what, User user, Runnable action) {
        String key = "people." + what;
        dialogs.confirm(
                text.get(key + ".title", user.displayName()),
                text.get(key + ".words", user.displayName()),
                new Dialogs.Choice("confirm-" + what, text.get(key), true, action));
    }

    private static boolean isFixed(String role) {
        return role.equals(Role.OWNER.wire()) || role.equals(Role.API.wire());
    }

    private static VBox wide(Form form) {
        var box = new VBox(form);
        box.getStyleClass().add("dialog-words");
        return box;
    }
}
