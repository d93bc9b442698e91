// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.Limits;
import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/// Collects a small body on the I/O thread, without blocking. Counts the bytes itself, since Undertow forgets the limit
/// of chunked bodies, and gives a body that dribbles in no more time than a request's headers.
final class BodyReader {
    private static final byte[] NONE = {};
    /// A body up to this size is read to its end before it is refused: many clients only look for an answer once they
    /// have sent everything, and a connection that is closed on them takes the answer with it.
    private static final int READ_TO_REFUSE = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);

    private final HttpLimits limits;
    private final Traffic traffic;

    BodyReader(HttpLimits limits, Traffic traffic) {
        this.limits = limits;
        this.traffic = traffic;
    }

    /// Called inside a handler; calls back once, inside a handler.
    void read(Talk talk, Consumer<byte[]> whole, Consumer<Throwable> failed) throws IOException {
        HttpServerExchange exchange = talk.exchange();
        if (exchange.isRequestComplete()) {
            whole.accept(NONE);
            return;
        }
        if (exchange.getRequestContentLength() > READ_TO_REFUSE) {
            failed.accept(tooLarge());
            return;
        }
        StreamSourceChannel channel = exchange.getRequestChannel();
        new Reading(talk, channel, whole, failed).begin();
    }

    private static Refused tooLarge() {
        return new Refused(ProblemCode.TOO_LARGE, "The request is too large: " + Limits.JSON_BODY + " bytes at most.");
    }

    /// One body under way; only on its I/O thread.
    private final class Reading {
        private final Talk talk;
        private final StreamSourceChannel channel;
        private final Consumer<byte[]> whole;
        private final Consumer<Throwable> failed;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int read;

        Reading(Talk talk, StreamSourceChannel channel, Consumer<byte[]> whole, Consumer<Throwable> failed) {
            this.talk = talk;
            this.channel = channel;
            this.whole = whole;
            this.failed = failed;
        }

        void begin() throws IOException {
            if (fill()) {
                complete();
                return;
            }
            XnioExecutor.Key timer = talk.exchange()
                    .getIoThread()
                    .executeAfter(this::tooSlow, limits.parse().toMillis(), TimeUnit.MILLISECONDS);
            channel.getReadSetter().set(readable -> goOn(timer));
            channel.resumeReads();
        }

        private void goOn(XnioExecutor.Key timer) {
            try {
                if (fill() && timer.remove()) {
                    finish(this::complete);
                }
            } catch (Refused failure) {
                if (timer.remove()) {
                    finish(() -> failed.accept(failure));
                }
            } catch (IOException gone) {
                // Nobody is left to be answered, and thousands of cancelled streams must not fill the log.
                LOG.debug("Request {} broke off: {}", talk.request().id(), gone.toString());
                if (timer.remove()) {
                    finish(talk::abort);
                }
            }
        }

        private void complete() {
            if (read > Limits.JSON_BODY) {
                failed.accept(tooLarge());
            } else {
                whole.accept(bytes.toByteArray());
            }
        }

        private void tooSlow() {
            finish(() -> failed.accept(new Refused(ProblemCode.TOO_SLOW, "The request took too long to arrive.")));
        }

        private void finish(Runnable next) {
            channel.suspendReads();
            channel.getReadSetter().set(null);
            Connectors.executeRootHandler(again -> next.run(), talk.exchange());
        }

        /// @return whether the body is complete
        private boolean fill() throws IOException {
            try (PooledByteBuffer pooled =
                    talk.exchange().getConnection().getByteBufferPool().allocate()) {
                ByteBuffer buffer = pooled.getBuffer();
                while (true) {
                    buffer.clear();
                    int count = channel.read(buffer);
                    if (count <= 0) {
                        return count < 0;
                    }
                    traffic.received(count);
                    read += count;
                    if (read > READ_TO_REFUSE) {
                        throw tooLarge();
                    }
                    if (read <= Limits.JSON_BODY) {
                        buffer.flip();
                        byte[] part = new byte[buffer.remaining()];
                        buffer.get(part);
                        bytes.writeBytes(part);
                    }
                }
            }
        }
    }
}
