// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.access.Proof;
import app.homekeep.server.problem.Refused;

/// Holds each route to the access that it declares.
final class AccessCheck {
    private AccessCheck() {}

    static void check(Incoming request, Access access) {
        switch (access) {
            case Access.Anyone() -> {}
            case Access.Known() -> known(request);
            case Access.SignedIn() -> browser(request);
            case Access.SteppedUp() -> steppedUp(request);
            case Access.Needs(Permission permission) -> holding(request, permission);
            case Access.Manages(Permission permission) -> managing(request, permission);
            case Access.AtTheMachine() -> {
                if (!(request.caller() instanceof Caller.AtTheMachine)) {
                    throw Refused.notFound();
                }
            }
        }
    }

    private static Caller known(Incoming request) {
        if (request.caller() instanceof Caller.Anonymous) {
            throw request.whyNobody();
        }
        return request.caller();
    }

    private static Caller holding(Incoming request, Permission permission) {
        Caller caller = known(request);
        if (!caller.may(permission)) {
            throw new Refused(ProblemCode.FORBIDDEN, "This account may not do that.");
        }
        return caller;
    }

    /// A browser, or the machine itself.
    private static Caller browser(Incoming request) {
        Caller caller = known(request);
        if (caller instanceof Caller.ApiKey) {
            throw new Refused(ProblemCode.FORBIDDEN, "An API key may not do that.");
        }
        return caller;
    }

    private static void steppedUp(Incoming request) {
        if (browser(request) instanceof Caller.SignedIn(var user, var may, var id, var until, Proof proof)
                && !(user.totp() ? proof.strong() : proof.fresh())) {
            throw new Refused(ProblemCode.STEP_UP_REQUIRED, "Please show again that it is you.");
        }
    }

    private static void managing(Incoming request, Permission permission) {
        browser(request);
        if (holding(request, permission) instanceof Caller.SignedIn(var user, var may, var id, var until, Proof proof)
                && !proof.strong()) {
            throw new Refused(
                    ProblemCode.STEP_UP_REQUIRED,
                    user.totp()
                            ? "Please show again that it is you."
                            : "Managing takes a second factor. Set one up in your account first.");
        }
    }
}
