// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.invite;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.invite.Invite;
import app.homekeep.model.invite.InviteAcceptance;
import app.homekeep.model.invite.InviteOffer;
import app.homekeep.model.invite.NewInvite;
import app.homekeep.server.access.Access;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Actor;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.Optional;

/// `/invites` for those who make them, `/auth/invites/{token}` for those who get one.
public final class InviteRoutes {
    private static final JsonType<NewInvite> NEW = Wire.type(NewInvite.class);
    private static final JsonType<CreatedInvite> CREATED = Wire.type(CreatedInvite.class);
    private static final JsonType<Page<Invite>> INVITES = Wire.page(Invite.class);
    private static final JsonType<InviteOffer> OFFER = Wire.type(InviteOffer.class);
    private static final JsonType<InviteAcceptance> ACCEPTANCE = Wire.type(InviteAcceptance.class);

    private final Invites invites;
    private final Acceptances acceptances;
    private final FirstSignIn firstSignIn;

    public InviteRoutes(Invites invites, Acceptances acceptances, FirstSignIn firstSignIn) {
        this.invites = invites;
        this.acceptances = acceptances;
        this.firstSignIn = firstSignIn;
    }

    public List<Route> routes() {
        Access access = Access.manages(Permission.USER_MANAGE);
        return List.of(
                Route.get(Routes.INVITES, access, this::list),
                Route.post(Routes.INVITES, access, this::create),
                Route.delete(Routes.INVITE, access, this::revoke),
                Route.post(Routes.USER_INVITE, access, this::again),
                Route.get(Routes.INVITE_OFFER, Access.anyone(), this::offer),
                Route.post(Routes.INVITE_ACCEPT, Access.anyone(), this::accept));
    }

    private Answer list(Request request) {
        return Answer.ok(INVITES, invites.page(Paging.after(request), Paging.limit(request)));
    }

    private Answer create(Request request) {
        return Answer.json(201, CREATED, invites.create(request.json(NEW), Actor.of(request)));
    }

    private Answer again(Request request) {
        return Answer.json(201, CREATED, invites.again(request.segment("id"), Actor.of(request)));
    }

    private Answer revoke(Request request) {
        invites.revoke(request.segment("id"), Actor.of(request));
        return Answer.nothing();
    }

    private Answer offer(Request request) {
        return Answer.ok(OFFER, acceptances.offer(request.segment("token")));
    }

    private Answer accept(Request request) {
        InviteAcceptance acceptance = request.json(ACCEPTANCE);
        Account account = acceptances.accept(request.segment("token"), acceptance, request.address());
        return firstSignIn.admit(request, account, Optional.ofNullable(acceptance.deviceName()));
    }
}
