// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSinkChannel;

/// A response body as a stream, for a worker thread. Waits for a slow reader until the transfer is cut, which breaks
/// the connection and so ends the wait.
final class BlockingSink extends OutputStream {
    private final HttpServerExchange exchange;
    private final Cut cut;
    private final StallGuard guard;
    private @Nullable StreamSinkChannel channel;
    private boolean closed;

    BlockingSink(HttpServerExchange exchange, Cut cut, StallGuard guard) {
        this.exchange = exchange;
        this.cut = cut;
        this.guard = guard;
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
        StreamSinkChannel channel = channel();
        while (buffer.hasRemaining()) {
            cut.check();
            if (channel.write(buffer) > 0) {
                guard.progress();
            } else {
                await(channel);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        StreamSinkChannel channel = channel();
        while (!channel.flush()) {
            await(channel);
        }
        guard.progress();
    }

    /// Sends the end of the body.
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            channel().shutdownWrites();
            flush();
        }
    }

    /// Taken at the first byte only, so that what fails before can still be answered as a problem.
    private StreamSinkChannel channel() {
        if (channel == null) {
            channel = exchange.getResponseChannel();
        }
        return channel;
    }

    private void await(StreamSinkChannel channel) throws IOException {
        guard.waiting();
        cut.check();
        channel.awaitWritable();
        cut.check();
    }
}
