// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The headers that every answer carries. What an answer says itself wins.
final class HeaderDefaults {
    private static final HttpString REQUEST_ID = new HttpString("X-Request-Id");
    private static final HttpString HSTS = new HttpString("Strict-Transport-Security");
    private static final String YEAR = "max-age=31536000";
    private static final String YEAR_WITH_OTHERS = YEAR + "; includeSubDomains";
    static final List<Default> ALWAYS = List.of(
            new Default("X-Content-Type-Options", "nosniff"),
            new Default("X-Frame-Options", "DENY"),
            new Default("Referrer-Policy", "strict-origin-when-cross-origin"),
            new Default("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
            new Default("Cross-Origin-Opener-Policy", "same-origin"),
            new Default("Cross-Origin-Resource-Policy", "same-origin"),
            new Default("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"));

    private final BooleanSupplier hsts;

    record Default(HttpString name, String value) {
        private Default(String name, String value) {
            this(new HttpString(name), value);
        }
    }

    /// @param hsts whether browsers shall stay with HTTPS on the server's own name
    HeaderDefaults(BooleanSupplier hsts) {
        this.hsts = hsts;
    }

    /// Adds what is missing; called when the answer's own headers are in.
    void complete(Incoming request, HeaderMap headers) {
        for (Default each : ALWAYS) {
            putMissing(headers, each.name(), each.value());
        }
        headers.put(REQUEST_ID, request.id());
        if ("application/json".equals(headers.getFirst(Headers.CONTENT_TYPE))) {
            putMissing(headers, Headers.CACHE_CONTROL, "no-store");
        }
        if (request.secure() && isName(request.host()) && hsts.getAsBoolean()) {
            putMissing(headers, HSTS, isOfTheHome(request.host()) ? YEAR_WITH_OTHERS : YEAR);
        }
    }

    /// What lies under a name of the owner's own domain may be somewhere else, and without HTTPS.
    private static boolean isOfTheHome(String host) {
        return host.endsWith(".local") || host.endsWith(".home.arpa");
    }

    /// Browsers ignore the header on addresses; on `localhost` it would hit every other program of the machine.
    private static boolean isName(String host) {
        return !host.isEmpty()
                && !host.equals("localhost")
                && !host.endsWith(".localhost")
                && host.indexOf(':') < 0
                && !Character.isDigit(host.charAt(host.length() - 1));
    }

    private static void putMissing(HeaderMap headers, HttpString name, String value) {
        if (!headers.contains(name)) {
            headers.put(name, value);
        }
    }
}
