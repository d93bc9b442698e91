// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.Set;
import java.util.TreeSet;

/// A method that a path does not have: 405, with those that it has.
final class WrongMethod extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Set<String> allowed;

    WrongMethod(Set<String> allowed) {
        super("", null, false, false);
        this.allowed = new TreeSet<>(allowed);
    }

    /// For the `Allow` header.
    String allowed() {
        return String.join(", ", allowed);
    }
}
