// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/// Sends files and made bodies from worker threads. Own loop: neither TLS nor HTTP/2 has a way around copying, and
/// here every byte can be counted and every transfer cut.
final class Downloads {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    private static final int CHUNK = 64 * 1024;
    /// One for each worker thread, of which there are as many as transfers may run; on the heap, as ciphers want it.
    private static final ThreadLocal<ByteBuffer> BUFFERS = ThreadLocal.withInitial(() -> ByteBuffer.allocate(CHUNK));

    private final HttpLimits limits;
    private final Engine engine;
    private final Reassurance reassurance;

    /// What writes one body, already on a worker thread.
    @FunctionalInterface
    private interface Job {
        void writeTo(BlockingSink sink) throws IOException;
    }

    Downloads(HttpLimits limits, Engine engine) {
        this.limits = limits;
        this.engine = engine;
        this.reassurance = new Reassurance(engine.callers());
    }

    /// On the I/O thread, inside a handler, with status and headers set. Closes the file's channel.
    void file(Talk talk, Answer.FileContent file, FilePlan.Part part, Replies replies) {
        if (talk.request().method().equals("HEAD") || part.count() == 0) {
            IoUtils.safeClose(file.channel());
            talk.exchange().endExchange();
            return;
        }
        enter(
                talk,
                replies,
                () -> IoUtils.safeClose(file.channel()),
                file.stillFine(),
                sink -> copy(file.channel(), part.from(), part.count(), sink));
    }

    /// On the I/O thread, inside a handler, with status and headers set.
    void written(Talk talk, Answer.Written written, Replies replies) {
        if (talk.request().method().equals("HEAD")) {
            talk.exchange().endExchange();
            return;
        }
        enter(talk, replies, () -> {}, () -> {}, sink -> {
            // Not closed on failure: that would send the end, and what was made so far for the whole.
            var out = new BufferedOutputStream(sink, CHUNK);
            written.body().writeTo(out);
            out.flush();
        });
    }

    private void enter(Talk talk, Replies replies, Runnable whenDone, Runnable stillFine, Job job) {
        talk.afterHandler(() -> {
            boolean entered = engine.gate()
                    .enter(() -> talk.exchange()
                            .getConnection()
                            .getWorker()
                            .execute(() -> run(talk, replies, whenDone, stillFine, job)));
            if (!entered) {
                whenDone.run();
                var busy = Refused.later(ProblemCode.BUSY, "Too much is going on just now.", Duration.ofSeconds(5));
                talk.onIoThread(again -> replies.send(talk, Problems.answer(busy, talk.request())));
            }
        });
    }

    private void run(Talk talk, Replies replies, Runnable whenDone, Runnable stillFine, Job job) {
        var cut = new Cut(talk);
        try (var _ = engine.open().transfer(Reassurance.session(talk.request()), cut);
                var guard = new StallGuard(talk, cut, limits.readerStall())) {
            reassurance.check(talk.request());
            stillFine.run();
            var sink = new BlockingSink(talk.exchange(), cut, guard);
            job.writeTo(sink);
            sink.close();
            talk.exchange().endExchange();
        } catch (Throwable failure) {
            ended(talk, replies, cut, failure);
        } finally {
            whenDone.run();
            engine.gate().leave();
        }
    }

    private static void ended(Talk talk, Replies replies, Cut cut, Throwable failure) {
        if (cut.done() || talk.exchange().isResponseStarted()) {
            if (failure instanceof Error) {
                LOG.error("Request {} broke off", talk.request().id(), failure);
            } else {
                LOG.debug("Request {} broke off: {}", talk.request().id(), failure.toString());
            }
            talk.abort();
        } else {
            talk.onIoThread(again -> replies.send(talk, Problems.answer(failure, talk.request())));
        }
    }

    private static void copy(FileChannel file, long from, long count, BlockingSink sink) throws IOException {
        ByteBuffer buffer = BUFFERS.get();
        long end = from + count;
        for (long at = from; at < end; ) {
            buffer.clear().limit((int) Math.min(CHUNK, end - at));
            int read = file.read(buffer, at);
            if (read < 0) {
                throw new EOFException("The file became shorter while it was sent.");
            }
            buffer.flip();
            sink.write(buffer);
            at += read;
        }
    }
}
