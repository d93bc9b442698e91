// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Lets the pages of listed sites use the API (the Fetch standard's CORS protocol). Never with the browser's cookies,
/// for `Access-Control-Allow-Credentials` is not said: such a page shows an API key or an access token of its own. To
/// everybody else nothing is said at all.
final class CrossOrigins {
    private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
    private static final HttpString EXPOSE_HEADERS = new HttpString("Access-Control-Expose-Headers");
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String TAKEN = "Authorization, Content-Type, If-Match, If-None-Match, If-Range, Range,"
            + " Tus-Resumable, Upload-Checksum, Upload-Defer-Length, Upload-Length, Upload-Metadata, Upload-Offset,"
            + " X-Requested-With";
    private static final String SHOWN = "Accept-Ranges, Content-Disposition, Content-Range, ETag, Location,"
            + " Retry-After, Tus-Checksum-Algorithm, Tus-Extension, Tus-Max-Size, Tus-Resumable, Tus-Version,"
            + " Upload-Expires, Upload-Length, Upload-Metadata, Upload-Offset, X-Request-Id";
    private static final String KEPT_SECONDS = "600";

    private final Supplier<Set<String>> listed;

    CrossOrigins(Supplier<Set<String>> listed) {
        this.listed = listed;
    }

    /// Whether a page of a listed site makes this request, over a door that browsers use.
    boolean allows(Incoming request) {
        return concerns(request)
                && request.header("Origin")
                        .map(origin -> origin.toLowerCase(Locale.ROOT))
                        .filter(listed.get()::contains)
                        .isPresent();
    }

    /// The answer to a browser that asks before it sends what such a page wants; empty for everything else.
    Optional<Answer.Whole> preflight(Incoming request) {
        boolean asks = request.method().equals("OPTIONS")
                && request.header("Access-Control-Request-Method").isPresent();
        if (!asks || !allows(request)) {
            return Optional.empty();
        }
        Map<String, String> headers = Map.of(
                "Access-Control-Allow-Methods", METHODS,
                "Access-Control-Allow-Headers", TAKEN,
                "Access-Control-Max-Age", KEPT_SECONDS,
                "Vary", "Access-Control-Request-Method, Access-Control-Request-Headers");
        return Optional.of(new Answer.Whole(204, "", new byte[0], headers, List.of()));
    }

    /// Adds what lets the page read the answer. Where any site is listed, every answer tells caches that it depends on
    /// who asks.
    void complete(Incoming request, HeaderMap headers) {
        if (!concerns(request) || listed.get().isEmpty()) {
            return;
        }
        String vary = headers.getFirst(Headers.VARY);
        headers.put(Headers.VARY, vary == null ? "Origin" : vary + ", Origin");
        if (allows(request)) {
            headers.put(ALLOW_ORIGIN, request.header("Origin").orElseThrow());
            headers.put(EXPOSE_HEADERS, SHOWN);
        }
    }

    private static boolean concerns(Incoming request) {
        boolean browserDoor = request.door() == DoorKind.LOCAL || request.door() == DoorKind.LAN;
        return browserDoor && request.path().startsWith("/api/");
    }
}
