// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Passes what a client sends on byte by byte, each in a packet of its own, and what comes back as it comes.
final class SlowRelay implements AutoCloseable {
    private final ServerSocket front = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Socket back;

    SlowRelay(int port) throws IOException {
        back = new Socket(InetAddress.getLoopbackAddress(), port);
        back.setTcpNoDelay(true);
    }

    Socket connect() throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), front.getLocalPort());
        Socket accepted = front.accept();
        Thread.ofVirtual().start(() -> byteByByte(accepted));
        Thread.ofVirtual().start(() -> asItComes(accepted));
        return client;
    }

    private void byteByByte(Socket accepted) {
        try {
            InputStream in = accepted.getInputStream();
            OutputStream out = back.getOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                out.write(b);
                out.flush();
            }
        } catch (IOException over) {
            // The test is done.
            close();
        }
    }

    private void asItComes(Socket accepted) {
        try (accepted) {
            back.getInputStream().transferTo(accepted.getOutputStream());
        } catch (IOException over) {
            close();
        }
    }

    @Override
    public void close() {
        try {
            back.close();
            front.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
