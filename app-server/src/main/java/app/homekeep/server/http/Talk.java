// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.util.concurrent.RejectedExecutionException;
import org.xnio.IoUtils;

/// The connection's side of one request: what may be done with the exchange, and on which thread.
///
/// @param request what is known of it; the side that other threads may see
record Talk(HttpServerExchange exchange, Incoming request) {

    /// Goes on with the exchange on its I/O thread. May be called from any thread, also from inside a handler.
    void onIoThread(HttpHandler next) {
        try {
            exchange.getIoThread().execute(() -> Connectors.executeRootHandler(next, exchange));
        } catch (RejectedExecutionException closing) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    /// Leaves the running handler without ending the exchange, then runs the action on the same thread. Only from
    /// inside a handler.
    void afterHandler(Runnable action) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, action);
    }

    /// Ends the exchange by breaking its connection, or its stream of an HTTP/2 connection, so that the client can't
    /// take what it has got for the whole.
    void abort() {
        try {
            exchange.getIoThread().execute(() -> {
                IoUtils.safeClose(exchange.getConnection());
                exchange.endExchange();
            });
        } catch (RejectedExecutionException closing) {
            // The server closes every connection just now.
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
