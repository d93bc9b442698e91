// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.problem.Refused;

/// Holds each route to the access that it declares.
final class AccessCheck {
    void check(Incoming request, Access access) {
        switch (access) {
            case Access.Anyone() -> {}
            case Access.SignedIn() -> known(request);
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

    private static void managing(Incoming request, Permission permission) {
        if (!(holding(request, permission) instanceof Caller.AtTheMachine)) {
            // A browser can't show a fresh second factor yet, so only the machine itself manages.
            throw new Refused(ProblemCode.STEP_UP_REQUIRED, "Do this in the control panel, at the machine.");
        }
    }
}
