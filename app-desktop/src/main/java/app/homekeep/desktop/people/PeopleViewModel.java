// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.admin.PeopleApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Latest;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.PagedRows;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.account.FilesFate;
import app.homekeep.model.account.ResetCode;
import app.homekeep.model.account.User;
import app.homekeep.model.account.UserChange;
import app.homekeep.model.device.KnownDevice;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.role.RoleInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Everybody who has an account, one of them looked at closely, and what can be done about that one. FX thread only.
final class PeopleViewModel {
    private final Text text;
    private final Admin admin;
    private final PeopleApi api;
    private final Deeds deeds;
    private final Latest askingDevices;
    private final Live<PagedRows<User>> people;
    private final Live<List<RoleInfo>> roles;
    private final ReadOnlyObjectWrapper<Optional<User>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<KnownDevice>> devices = new ReadOnlyObjectWrapper<>(List.of());

    PeopleViewModel(Text text, Live.Source source, Admin admin, Deeds deeds) {
        this.text = text;
        this.admin = admin;
        this.api = admin.people();
        this.deeds = deeds;
        askingDevices = new Latest(source.background());
        people = new Live<>(
                source,
                () -> new PagedRows<>(api.users(Optional.empty()), source.background(), api::users, this::pageFailed),
                AdminEvents.USERS_CHANGED);
        roles = new Live<>(source, admin.roles()::roles, AdminEvents.ROLES_CHANGED);
        people.value().addListener((_, _, now) -> {
            if (now instanceof Load.Ready<PagedRows<User>>(PagedRows<User> rows)) {
                lookAgain(rows);
            }
        });
    }

    ReadOnlyObjectProperty<Load<PagedRows<User>>> people() {
        return people.value();
    }

    /// Every role there is; none while they are on their way.
    List<RoleInfo> roles() {
        return roles.now().orElse(List.of());
    }

    /// Tells when the roles are others.
    ReadOnlyObjectProperty<Load<List<RoleInfo>>> rolesLoad() {
        return roles.value();
    }

    /// Who is looked at closely.
    ReadOnlyObjectProperty<Optional<User>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// The known devices of who is chosen.
    ReadOnlyObjectProperty<List<KnownDevice>> devices() {
        return devices.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty serverUp() {
        return people.serverUp();
    }

    void onShow() {
        roles.onShow();
        people.onShow();
    }

    void onHide() {
        people.onHide();
        roles.onHide();
        askingDevices.cancel();
    }

    void load() {
        people.load();
    }

    void choose(Optional<User> user) {
        boolean other = !user.map(User::id).equals(chosen.get().map(User::id));
        chosen.set(user);
        if (other) {
            devices.set(List.of());
        }
        loadDevices();
    }

    void change(User user, UserChange change, String doneKey) {
        deeds.run(() -> api.change(user.id(), change), text.get(doneKey, user.displayName()), this::load);
    }

    void block(User user) {
        change(user, new UserChange(null, null, null, true, null, null), "people.block.done");
    }

    /// Also activates an account that was deactivated.
    void unblock(User user) {
        change(user, new UserChange(null, null, null, false, null, null), "people.unblock.done");
    }

    void requireTotp(User user, boolean required) {
        change(
                user,
                new UserChange(null, null, null, null, required, null),
                required ? "people.require_totp.on" : "people.require_totp.off");
    }

    void approveDevices(User user, boolean wanted) {
        change(
                user,
                new UserChange(null, null, null, null, null, wanted),
                wanted ? "people.approve_devices.on" : "people.approve_devices.off");
    }

    void deactivate(User user) {
        deeds.run(() -> api.deactivate(user.id()), text.get("people.deactivate.done", user.displayName()), this::load);
    }

    void delete(User user, FilesFate files) {
        deeds.run(() -> api.delete(user.id(), files), text.get("people.delete.done", user.displayName()), () -> {
            choose(Optional.empty());
            load();
        });
    }

    void resetTotp(User user) {
        deeds.run(
                () -> admin.secondFactor().reset(user.id()),
                text.get("people.reset_totp.done", user.displayName()),
                this::load);
    }

    /// @param show gets the code, which is not kept
    void resetPassword(User user, Consumer<ResetCode> show) {
        deeds.get(() -> api.resetPassword(user.id()), show, this::load);
    }

    /// @param show gets the link, which is not kept
    void inviteAgain(User user, Consumer<CreatedInvite> show) {
        deeds.get(() -> api.inviteAgain(user.id()), show, this::load);
    }

    void forget(KnownDevice device) {
        deeds.run(
                () -> admin.devices().forget(device.id()),
                text.get("people.device.forgotten", device.name()),
                this::loadDevices);
    }

    private void loadDevices() {
        chosen.get()
                .ifPresentOrElse(
                        user -> askingDevices.run(
                                () -> admin.devices().devicesOf(user.username()), devices::set, _ -> {}),
                        askingDevices::cancel);
    }

    /// Who is chosen as they are now. Somebody whose page isn't here stays as they were seen.
    private void lookAgain(PagedRows<User> rows) {
        chosen.get().ifPresent(user -> {
            Optional<User> now = rows.find(row -> row.id().equals(user.id()));
            choose(now.isEmpty() && rows.ended() ? Optional.empty() : now.or(() -> Optional.of(user)));
        });
    }

    private void pageFailed(AdminProblem problem) {
        people.fail(problem);
    }
}
