// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.server.problem.Refused;
import io.undertow.server.HttpServerExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens event streams.
final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final HttpLimits limits;
    private final Engine engine;
    private final Reassurance reassurance;

    Events(HttpLimits limits, Engine engine) {
        this.limits = limits;
        this.engine = engine;
        this.reassurance = new Reassurance(engine.callers());
    }

    /// On the I/O thread, inside a handler, with status and headers set.
    void open(Talk talk, Answer.Events answer) {
        HttpServerExchange exchange = talk.exchange();
        if (talk.request().method().equals("HEAD")) {
            exchange.endExchange();
            return;
        }
        talk.afterHandler(() -> {
            var stream = new SseStream(talk, exchange.getResponseChannel(), limits);
            var registered = engine.open().events(Reassurance.session(talk.request()), stream);
            stream.onClose(registered::close);
            stream.open();
            engine.virtualThreads().execute(() -> begin(talk, answer, stream));
        });
    }

    private void begin(Talk talk, Answer.Events answer, SseStream stream) {
        try {
            reassurance.check(talk.request());
            answer.opened().accept(stream);
        } catch (Refused refused) {
            stream.close();
        } catch (RuntimeException failure) {
            LOG.error("Request {} could not open its events", talk.request().id(), failure);
            stream.close();
        }
    }
}
