// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.registration;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.Acceptance;
import app.homekeep.model.account.CreatedUser;
import app.homekeep.model.account.Registration;
import app.homekeep.model.account.RegistrationRequest;
import app.homekeep.server.access.Access;
import app.homekeep.server.account.Actor;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// `/auth/register` for who would like an account, `/registrations` for who decides.
public final class RegistrationRoutes {
    private static final JsonType<Registration> REGISTRATION = Wire.type(Registration.class);
    private static final JsonType<Page<RegistrationRequest>> REQUESTS = Wire.page(RegistrationRequest.class);
    private static final JsonType<Acceptance> ACCEPTANCE = Wire.type(Acceptance.class);
    private static final JsonType<CreatedUser> CREATED = Wire.type(CreatedUser.class);

    private final Registrations registrations;

    public RegistrationRoutes(Registrations registrations) {
        this.registrations = registrations;
    }

    public List<Route> routes() {
        Access access = Access.manages(Permission.USER_MANAGE);
        return List.of(
                Route.post(Routes.REGISTER, Access.anyone(), this::ask),
                Route.get(Routes.REGISTRATIONS, access, this::list),
                Route.post(Routes.REGISTRATION_ACCEPT, access, this::accept),
                Route.delete(Routes.REGISTRATION, access, this::deny));
    }

    private Answer ask(Request request) {
        registrations.ask(request.json(REGISTRATION), request.address());
        return Answer.accepted();
    }

    private Answer list(Request request) {
        return Answer.ok(REQUESTS, registrations.page(Paging.after(request), Paging.limit(request)));
    }

    private Answer accept(Request request) {
        CreatedUser created = registrations.accept(request.segment("id"), request.json(ACCEPTANCE), Actor.of(request));
        return Answer.json(201, CREATED, created);
    }

    private Answer deny(Request request) {
        registrations.deny(request.segment("id"), Actor.of(request));
        return Answer.nothing();
    }
}
