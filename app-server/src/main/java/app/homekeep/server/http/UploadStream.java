// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSourceChannel;

/// A request body as it arrives, for a worker thread. Undertow would wait for ever for a body that dribbles in; this
/// counts the time that it has waited for the client, and what came in that time.
final class UploadStream extends InputStream {
    /// How long a cut may go unnoticed: closing a channel does not wake who waits for it.
    private static final long NAP_MILLIS = 200;

    private final @Nullable StreamSourceChannel channel;
    private final Cut cut;
    private final Traffic traffic;
    private final long graceNanos;
    private final int rate;
    private long received;
    private long waitedNanos;
    private boolean broken;

    UploadStream(HttpServerExchange exchange, Cut cut, HttpLimits limits, Traffic traffic) {
        // There is no channel where there is no body.
        this.channel = exchange.isRequestComplete() ? null : exchange.getRequestChannel();
        this.cut = cut;
        this.traffic = traffic;
        this.graceNanos = limits.uploadGrace().toNanos();
        this.rate = limits.uploadRate();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (channel == null) {
            return -1;
        }
        if (length == 0) {
            return 0;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        long began = System.nanoTime();
        while (true) {
            cut.check();
            int count = readOrBreak(channel, buffer);
            if (count != 0) {
                waitedNanos += System.nanoTime() - began;
                received += Math.max(0, count);
                traffic.received(Math.max(0, count));
                return count;
            }
            channel.awaitReadable(NAP_MILLIS, TimeUnit.MILLISECONDS);
            checkPace(System.nanoTime() - began);
        }
    }

    private int readOrBreak(StreamSourceChannel from, ByteBuffer buffer) throws IOException {
        try {
            return from.read(buffer);
        } catch (IOException gone) {
            broken = true;
            throw gone;
        }
    }

    /// Whether the client went away: nobody is left to answer.
    boolean broken() {
        return broken;
    }

    private void checkPace(long silentNanos) {
        long waited = waitedNanos + silentNanos;
        boolean slow = waited > graceNanos && received < TimeUnit.NANOSECONDS.toMillis(waited) * rate / 1000;
        if (slow || silentNanos > graceNanos) {
            throw new Refused(ProblemCode.TOO_SLOW, "The upload came too slowly.");
        }
    }
}
