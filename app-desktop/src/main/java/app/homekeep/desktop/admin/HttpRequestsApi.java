// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.Acceptance;
import app.homekeep.model.account.RegistrationRequest;
import app.homekeep.model.account.ResetRequest;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.invite.Invite;
import app.homekeep.model.invite.NewInvite;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// Those who want in, and those who were asked in, over the control door. Thread-safe.
final class HttpRequestsApi implements RequestsApi, InvitesApi {
    private static final JsonType<Page<RegistrationRequest>> REGISTRATIONS = Wire.page(RegistrationRequest.class);
    private static final JsonType<Acceptance> ACCEPTANCE = Wire.type(Acceptance.class);
    private static final JsonType<Page<ResetRequest>> FORGOTTEN = Wire.page(ResetRequest.class);
    private static final JsonType<Page<Invite>> INVITES = Wire.page(Invite.class);
    private static final JsonType<NewInvite> NEW_INVITE = Wire.type(NewInvite.class);
    private static final JsonType<CreatedInvite> CREATED_INVITE = Wire.type(CreatedInvite.class);

    private final ServerLine line;

    HttpRequestsApi(ServerLine line) {
        this.line = line;
    }

    @Override
    public List<RegistrationRequest> registrations() {
        return line.all(new Query(Routes.REGISTRATIONS), REGISTRATIONS);
    }

    @Override
    public void accept(String id, Acceptance acceptance) {
        line.tell("POST", ServerLine.path(Routes.REGISTRATION_ACCEPT, id), ACCEPTANCE, acceptance);
    }

    @Override
    public void decline(String id) {
        line.delete(ServerLine.path(Routes.REGISTRATION, id));
    }

    @Override
    public List<ResetRequest> forgotten() {
        return line.all(new Query(Routes.RESET_REQUESTS), FORGOTTEN);
    }

    @Override
    public void dismiss(String id) {
        line.delete(ServerLine.path(Routes.RESET_REQUEST, id));
    }

    @Override
    public List<Invite> invites() {
        return line.all(new Query(Routes.INVITES), INVITES);
    }

    @Override
    public CreatedInvite invite(NewInvite invite) {
        return line.post(Routes.INVITES, NEW_INVITE, invite, CREATED_INVITE);
    }

    @Override
    public void revoke(String id) {
        line.delete(ServerLine.path(Routes.INVITE, id));
    }
}
