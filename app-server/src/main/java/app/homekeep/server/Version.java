// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import java.util.Objects;

/// Which Homekeep this is.
final class Version {
    private Version() {}

    /// As the jar says; `development` where the classes lie in folders.
    static String current() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
