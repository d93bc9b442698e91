// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Refuses requests for names that are not ours: a foreign name that resolves to this machine (DNS rebinding) must not
/// reach a page's origin.
final class HostGuard implements Filter {
    private static final SeldomLog LOG = new SeldomLog(HostGuard.class);
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:([a-z0-9](?:[a-z0-9.-]{0,252}))|\\[([0-9a-f:.]{2,45})])(?::([0-9]{1,5}))?");

    private final HostNames hosts;
    private final Proxies proxies;

    HostGuard(HostNames hosts, Proxies proxies) {
        this.hosts = hosts;
        this.proxies = proxies;
    }

    @Override
    public void check(Incoming request) {
        HeaderValues values = request.headers().get(Headers.HOST);
        if (values == null || values.size() != 1) {
            throw unknown();
        }
        // Also where a proxy names another: a page that was let in by DNS rebinding can write the proxy's headers, but
        // not this one.
        check(request, values.getFirst());
        request.from().host().ifPresent(asked -> check(request, asked));
    }

    private void check(Incoming request, String asked) {
        String authority = asked.toLowerCase(Locale.ROOT);
        String name = name(authority).orElseThrow(HostGuard::unknown);
        boolean ours = hosts.ours(request.door(), name) || (request.from().proxied() && proxies.servesAs(name));
        if (!ours) {
            LOG.tell("Asked for by a name that is not this server's: {}", name);
            throw unknown();
        }
        request.foundHost(authority, name);
    }

    /// The name or address in an authority, in the form that [HostNames] gets.
    static Optional<String> name(String authority) {
        var parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(1);
        return Optional.of(name != null ? name : parts.group(2));
    }

    private static Refused unknown() {
        return new Refused(ProblemCode.UNKNOWN_HOST, "This server is not known by that name.");
    }
}
