// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSinkChannel;

/// A response body as a stream, for a worker thread. Waits for a slow reader, but not for one that takes nothing.
final class BlockingSink extends OutputStream {
    /// How long a cut may go unnoticed: closing a channel does not wake who waits for it.
    private static final long NAP_MILLIS = 200;

    private final StreamSinkChannel channel;
    private final Cut cut;
    private final long stallNanos;
    private boolean closed;

    BlockingSink(StreamSinkChannel channel, Cut cut, Duration stall) {
        this.channel = channel;
        this.cut = cut;
        this.stallNanos = stall.toNanos();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        write(ByteBuffer.wrap(bytes, offset, length));
    }

    /// Writes all that remains in the buffer.
    void write(ByteBuffer buffer) throws IOException {
        long lastProgress = System.nanoTime();
        cut.check();
        while (buffer.hasRemaining()) {
            if (channel.write(buffer) > 0) {
                lastProgress = System.nanoTime();
            } else {
                await(lastProgress);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        long lastProgress = System.nanoTime();
        while (!channel.flush()) {
            await(lastProgress);
        }
    }

    /// Sends the end of the body.
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            channel.shutdownWrites();
            flush();
        }
    }

    private void await(long lastProgress) throws IOException {
        cut.check();
        if (System.nanoTime() - lastProgress > stallNanos) {
            throw new IOException("The reader took nothing for too long.");
        }
        channel.awaitWritable(NAP_MILLIS, TimeUnit.MILLISECONDS);
        cut.check();
    }
}
