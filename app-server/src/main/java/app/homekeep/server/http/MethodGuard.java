// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.Set;

/// Lets through the methods that any route could have; TRACE and the like go no further.
final class MethodGuard implements Filter {
    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    @Override
    public void check(Incoming request) {
        if (!KNOWN.contains(request.method())) {
            throw new WrongMethod(KNOWN);
        }
    }
}
