// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.lockdown;

import app.homekeep.desktop.shell.Route;
import java.util.Locale;
import java.util.Optional;

/// What to look at before the house is opened again.
enum Point {
    /// What happened, and by whom.
    LOG(Optional.of(Route.AUDIT)),
    /// New passwords, and a second factor for everybody.
    PASSWORDS(Optional.of(Route.PEOPLE)),
    /// Who is to be kept out from now on.
    BLOCKED(Optional.of(Route.PEOPLE)),
    /// The server is still itself.
    CERTIFICATE(Optional.empty());

    private final Optional<Route> leads;

    Point(Optional<Route> leads) {
        this.leads = leads;
    }

    /// The screen to look at it on.
    Optional<Route> leads() {
        return leads;
    }

    /// Short and stable.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key of its words.
    String key() {
        return "lockdown.point." + id();
    }
}
