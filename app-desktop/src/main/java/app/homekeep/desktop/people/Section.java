// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import java.util.Locale;

/// A part of the screen of people.
enum Section {
    PEOPLE,
    REQUESTS,
    INVITES,
    ROLES,
    BLOCKED;

    /// Short and stable.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key of its name.
    String title() {
        return "people.section." + id();
    }
}
