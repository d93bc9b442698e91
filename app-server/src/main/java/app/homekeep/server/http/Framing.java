// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Protocols;
import java.util.Set;

/// Refuses requests whose end two servers could see in two places (RFC 9112 section 6.3). Undertow reads a chunk's
/// broken length as the end, and takes any list of transfer codings for chunks: so nothing that follows a chunked body
/// on the same connection is read, and no coding but plain chunks is taken.
final class Framing {
    private static final Set<HttpString> VERSIONS = Set.of(Protocols.HTTP_1_0, Protocols.HTTP_1_1, Protocols.HTTP_2_0);

    private Framing() {}

    /// On the I/O thread, before anything else.
    ///
    /// @throws Refused 400, with the connection's last answer
    static void check(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        HeaderValues codings = headers.get(Headers.TRANSFER_ENCODING);
        boolean http1 = !exchange.getProtocol().equals(Protocols.HTTP_2_0);
        boolean chunks = codings != null
                && codings.size() == 1
                && codings.getFirst().equalsIgnoreCase("chunked")
                && !headers.contains(Headers.CONTENT_LENGTH)
                && exchange.getProtocol().equals(Protocols.HTTP_1_1);
        if (codings != null && http1) {
            exchange.setPersistent(false);
        }
        if ((codings != null && !chunks) || !VERSIONS.contains(exchange.getProtocol())) {
            exchange.setPersistent(false);
            throw new Refused(ProblemCode.BAD_REQUEST, "The request is not clearly framed.");
        }
    }
}
