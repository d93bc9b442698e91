// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Protocols;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/// Writes answers. Small ones on the I/O thread itself, files and made bodies from worker threads, events as they come.
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    /// What a client gets to take the answer to a request whose body was not read.
    private static final long LINGER_MILLIS = 2_000;

    private final HeaderDefaults defaults;
    private final CrossOrigins origins;
    private final Traffic traffic;
    private final Downloads downloads;
    private final Events events;

    Replies(WebConfig config, Engine engine, CrossOrigins origins) {
        this.defaults = new HeaderDefaults(config.rules().hsts());
        this.origins = origins;
        this.traffic = engine.traffic();
        this.downloads = new Downloads(config.limits(), engine);
        this.events = new Events(config.limits(), engine);
    }

    /// Counts the request, and logs it when it is done.
    void begin(Talk talk) {
        Incoming request = talk.request();
        boolean counted = request.door() != DoorKind.CONTROL;
        if (counted) {
            traffic.request();
        }
        talk.exchange().addExchangeCompleteListener((exchange, next) -> {
            try {
                if (counted) {
                    traffic.sent(exchange.getResponseBytesSent());
                }
                LOG.debug(
                        "{} {} {} {} ms {}",
                        request.method(),
                        request.path(),
                        exchange.getStatusCode(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.startedNanos()),
                        request.id());
            } finally {
                next.proceed();
            }
        });
    }

    /// Does beforehand, on the handler's own thread, what would cost the I/O thread time.
    Answer prepared(Incoming request, Answer answer) {
        return Gzip.of(request, answer);
    }

    /// On the I/O thread, inside a handler.
    void send(Talk talk, Answer answer) {
        HttpServerExchange exchange = talk.exchange();
        if (exchange.isResponseStarted()) {
            talk.abort();
            return;
        }
        letGoOfUnreadBody(talk);
        HeaderMap headers = exchange.getResponseHeaders();
        headers.clear();
        switch (answer) {
            case Answer.Whole whole -> sendWhole(talk, whole);
            case Answer.FileContent file -> {
                FilePlan plan = FilePlan.of(talk.request(), file);
                if (plan instanceof FilePlan.NoBody(Answer.Whole instead)) {
                    IoUtils.safeClose(file.channel());
                    sendWhole(talk, instead);
                } else if (plan instanceof FilePlan.Part part) {
                    begin(talk, part.status(), part.headers());
                    downloads.file(talk, file, part, this);
                }
            }
            case Answer.Written written -> {
                begin(talk, 200, written.headers());
                headers.put(Headers.CONTENT_TYPE, written.type());
                if (exchange.getProtocol().equals(Protocols.HTTP_1_1)) {
                    // Said outright: on a connection that ends with the answer, Undertow would let its end be the
                    // body's, and one that broke off would look whole.
                    headers.put(Headers.TRANSFER_ENCODING, "chunked");
                }
                downloads.written(talk, written, this);
            }
            case Answer.Events stream -> {
                // The last one keeps nginx from holding events back.
                begin(
                        talk,
                        200,
                        Map.of(
                                "Content-Type",
                                "text/event-stream",
                                "Cache-Control",
                                "no-store",
                                "X-Accel-Buffering",
                                "no"));
                events.open(talk, stream);
            }
        }
    }

    private void sendWhole(Talk talk, Answer.Whole answer) {
        HttpServerExchange exchange = talk.exchange();
        HeaderMap headers = exchange.getResponseHeaders();
        Answer.Whole whole = Preconditions.unchanged(talk.request(), answer);
        if (!whole.type().isEmpty()) {
            headers.put(Headers.CONTENT_TYPE, whole.type());
        }
        begin(talk, whole.status(), whole.headers());
        whole.cookies().forEach(cookie -> headers.add(Headers.SET_COOKIE, cookie.wire()));
        if (whole.status() == 204 || whole.status() == 304) {
            exchange.endExchange();
            return;
        }
        headers.put(Headers.CONTENT_LENGTH, whole.body().length);
        exchange.getResponseSender().send(ByteBuffer.wrap(whole.body()));
    }

    private void begin(Talk talk, int status, Map<String, String> own) {
        talk.exchange().setStatusCode(status);
        HeaderMap headers = talk.exchange().getResponseHeaders();
        own.forEach((name, value) -> headers.put(HttpString.tryFromString(name), value));
        defaults.complete(talk.request(), headers);
        origins.complete(talk.request(), headers);
    }

    /// An answer that comes before its request was read to the end ends the connection: what is still to come could be
    /// endless.
    private static void letGoOfUnreadBody(Talk talk) {
        HttpServerExchange exchange = talk.exchange();
        if (exchange.isRequestComplete()) {
            return;
        }
        exchange.setPersistent(false);
        exchange.getIoThread()
                .executeAfter(
                        () -> {
                            if (!exchange.isRequestComplete()) {
                                IoUtils.safeClose(exchange.getConnection());
                            }
                        },
                        LINGER_MILLIS,
                        TimeUnit.MILLISECONDS);
    }
}
