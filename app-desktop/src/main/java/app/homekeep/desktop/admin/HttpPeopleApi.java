// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.CreatedUser;
import app.homekeep.model.account.FilesFate;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.ResetCode;
import app.homekeep.model.account.User;
import app.homekeep.model.account.UserChange;
import app.homekeep.model.device.KnownDevice;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.secondfactor.RecoveryCodes;
import app.homekeep.model.secondfactor.TotpCode;
import app.homekeep.model.secondfactor.TotpEnrolment;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.Optional;

/// Accounts, their second factor and their devices, over the control door. Thread-safe.
final class HttpPeopleApi implements PeopleApi, SecondFactorApi, DevicesApi {
    private static final JsonType<Page<User>> USERS = Wire.page(User.class);
    private static final JsonType<CreatedUser> CREATED = Wire.type(CreatedUser.class);
    private static final JsonType<NewUser> NEW = Wire.type(NewUser.class);
    private static final JsonType<UserChange> CHANGE = Wire.type(UserChange.class);
    private static final JsonType<CreatedInvite> INVITE = Wire.type(CreatedInvite.class);
    private static final JsonType<ResetCode> RESET = Wire.type(ResetCode.class);
    private static final JsonType<TotpEnrolment> ENROLMENT = Wire.type(TotpEnrolment.class);
    private static final JsonType<TotpCode> CODE = Wire.type(TotpCode.class);
    private static final JsonType<RecoveryCodes> RECOVERY = Wire.type(RecoveryCodes.class);
    private static final JsonType<Page<KnownDevice>> DEVICES = Wire.page(KnownDevice.class);

    private final ServerLine line;

    HttpPeopleApi(ServerLine line) {
        this.line = line;
    }

    @Override
    public Page<User> users(Optional<String> after) {
        return line.page(new Query(Routes.USERS), after, USERS);
    }

    @Override
    public CreatedUser create(NewUser user) {
        return line.post(Routes.USERS, NEW, user, CREATED);
    }

    @Override
    public void change(String id, UserChange change) {
        line.tell("PATCH", ServerLine.path(Routes.USER, id), CHANGE, change);
    }

    @Override
    public void deactivate(String id) {
        line.tell("POST", ServerLine.path(Routes.USER_DEACTIVATE, id));
    }

    @Override
    public void delete(String id, FilesFate files) {
        line.delete(new Query(ServerLine.path(Routes.USER, id))
                .with("files", files.wire())
                .path());
    }

    @Override
    public CreatedInvite inviteAgain(String id) {
        return line.post(ServerLine.path(Routes.USER_INVITE, id), INVITE);
    }

    @Override
    public ResetCode resetPassword(String id) {
        return line.post(ServerLine.path(Routes.USER_RESET_PASSWORD, id), RESET);
    }

    @Override
    public TotpEnrolment enrol(String userId) {
        return line.post(ServerLine.path(Routes.USER_TOTP_ENROLMENT, userId), ENROLMENT);
    }

    @Override
    public RecoveryCodes confirm(String userId, TotpCode code) {
        return line.post(ServerLine.path(Routes.USER_TOTP_CONFIRM, userId), CODE, code, RECOVERY);
    }

    @Override
    public void reset(String userId) {
        line.tell("POST", ServerLine.path(Routes.USER_TOTP_RESET, userId));
    }

    @Override
    public List<KnownDevice> devicesOf(String username) {
        return line.all(new Query(Routes.DEVICES).with("user", username), DEVICES);
    }

    @Override
    public void forget(String id) {
        line.delete(ServerLine.path(Routes.DEVICE, id));
    }
}
