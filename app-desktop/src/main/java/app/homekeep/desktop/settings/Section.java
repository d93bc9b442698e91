// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import java.util.Locale;

/// A part of the settings.
enum Section {
    NETWORK,
    CERTIFICATE,
    PROXY,
    DEVICES,
    DOCTOR;

    /// The key of its name.
    String title() {
        return "settings.section." + name().toLowerCase(Locale.ROOT);
    }
}
