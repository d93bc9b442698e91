// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs upload handlers on worker threads, with the body as a stream.
final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final HttpLimits limits;
    private final Engine engine;
    private final Reassurance reassurance;

    Uploads(HttpLimits limits, Engine engine) {
        this.limits = limits;
        this.engine = engine;
        this.reassurance = new Reassurance(engine.callers());
    }

    /// On the I/O thread, inside a handler.
    ///
    /// @param failed called inside a handler
    void receive(Talk talk, Handler handler, Replies replies, Consumer<Throwable> failed) {
        talk.afterHandler(() -> {
            boolean entered = engine.gate()
                    .enter(() -> talk.exchange()
                            .getConnection()
                            .getWorker()
                            .execute(() -> run(talk, handler, replies, failed)));
            if (!entered) {
                var busy = Refused.later(ProblemCode.BUSY, "Too much is going on just now.", Duration.ofSeconds(5));
                talk.onIoThread(again -> failed.accept(busy));
            }
        });
    }

    private void run(Talk talk, Handler handler, Replies replies, Consumer<Throwable> failed) {
        var cut = new Cut(talk);
        Incoming request = talk.request();
        var stream = new UploadStream(talk.exchange(), cut, limits, engine.traffic());
        try (var _ = engine.open().transfer(Reassurance.session(request), cut)) {
            reassurance.check(request);
            request.foundStream(stream);
            Answer answer = replies.prepared(request, handler.handle(request));
            talk.onIoThread(again -> replies.send(talk, answer));
        } catch (Throwable failure) {
            if (cut.done() || stream.broken()) {
                LOG.debug("Request {} broke off: {}", request.id(), failure.toString());
                talk.abort();
            } else {
                talk.onIoThread(again -> failed.accept(failure));
            }
        } finally {
            engine.gate().leave();
        }
    }
}
