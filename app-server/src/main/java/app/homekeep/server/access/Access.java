// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.access;

import app.homekeep.model.Permission;

/// What a route asks of its caller. Declared beside the route, enforced in the pipeline.
public sealed interface Access {
    /// Anyone; the caller is still identified where they can be.
    record Anyone() implements Access {}

    /// Anybody we know: a signed-in browser or an API key.
    record Known() implements Access {}

    /// A signed-in browser; no API key.
    record SignedIn() implements Access {}

    /// A signed-in browser whose holder has lately shown their password, and their second factor where they have one.
    record SteppedUp() implements Access {}

    /// A browser or an API key with this permission.
    record Needs(Permission permission) implements Access {}

    /// Managing other people's things: the control door, or a browser with this permission and a fresh second factor.
    record Manages(Permission permission) implements Access {}

    /// The control door only; elsewhere the route does not exist.
    record AtTheMachine() implements Access {}

    static Access anyone() {
        return new Anyone();
    }

    static Access known() {
        return new Known();
    }

    static Access steppedUp() {
        return new SteppedUp();
    }

    static Access signedIn() {
        return new SignedIn();
    }

    static Access needs(Permission permission) {
        return new Needs(permission);
    }

    static Access manages(Permission permission) {
        return new Manages(permission);
    }

    static Access atTheMachine() {
        return new AtTheMachine();
    }
}
