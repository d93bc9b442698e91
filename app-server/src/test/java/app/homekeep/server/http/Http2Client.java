// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// HTTP/2 frame by frame (RFC 9113 section 4.1), so that a test can send what no client would.
final class Http2Client implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int CONTINUATION = 9;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;
    private static final int PATIENCE_MILLIS = 10_000;

    private final SSLSocket socket;
    private final OutputStream out;
    private final DataInputStream in;

    /// A frame that came.
    record Frame(int type, int flags, int stream, byte[] payload) {}

    private Http2Client(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new DataInputStream(socket.getInputStream());
    }

    /// With the preface and empty settings sent.
    static Http2Client open(TestServer server) throws IOException {
        var socket = (SSLSocket) TestCertificate.CONTEXT
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port(DoorKind.LAN));
        socket.setSoTimeout(PATIENCE_MILLIS);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        var client = new Http2Client(socket);
        client.out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        client.send(SETTINGS, 0, 0, new byte[0]);
        return client;
    }

    /// `GET /` of `localhost`, in HPACK (RFC 7541) without its dynamic table.
    static byte[] get() {
        var block = new ByteArrayOutputStream();
        block.writeBytes(new byte[] {(byte) 0x82, (byte) 0x87, (byte) 0x84, 0x01, 9});
        block.writeBytes("localhost".getBytes(StandardCharsets.US_ASCII));
        return block.toByteArray();
    }

    /// A header `x` with a value that long, shorter than 127.
    static byte[] header(int length) {
        var block = new ByteArrayOutputStream();
        block.writeBytes(new byte[] {0, 1, 'x', (byte) length});
        block.writeBytes("y".repeat(length).getBytes(StandardCharsets.US_ASCII));
        return block.toByteArray();
    }

    void send(int type, int flags, int stream, byte[] payload) throws IOException {
        byte[] frame = new byte[9 + payload.length];
        frame[0] = (byte) (payload.length >> 16);
        frame[1] = (byte) (payload.length >> 8);
        frame[2] = (byte) payload.length;
        frame[3] = (byte) type;
        frame[4] = (byte) flags;
        frame[5] = (byte) (stream >> 24);
        frame[6] = (byte) (stream >> 16);
        frame[7] = (byte) (stream >> 8);
        frame[8] = (byte) stream;
        System.arraycopy(payload, 0, frame, 9, payload.length);
        out.write(frame);
    }

    Frame next() throws IOException {
        int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        return new Frame(type, flags, stream, in.readNBytes(length));
    }

    /// Reads until the server says goodbye or is gone.
    ///
    /// @return whether it did, before patience was over
    boolean isSentAway() {
        try {
            while (next().type() != GOAWAY) {
                // Answers to what came before.
            }
            return true;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (IOException gone) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
