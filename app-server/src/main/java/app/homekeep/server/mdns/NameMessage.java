// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.mdns;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// Messages of the DNS (RFC 1035 section 4), as far as it takes to ask for a name's addresses.
final class NameMessage {
    private static final int HEADER = 12;
    private static final int ANSWERS = 0x8000;
    private static final int A = 1;
    private static final int AAAA = 28;
    private static final int INTERNET = 1;
    private static final int POINTER = 0xc0;
    private static final int JUMPS = 20;

    private NameMessage() {}

    /// Asks for all addresses of a name.
    static byte[] question(String name) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0});
        for (int type : new int[] {A, AAAA}) {
            for (String label : name.split("\\.")) {
                byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
                out.write(bytes.length);
                out.writeBytes(bytes);
            }
            out.writeBytes(new byte[] {0, 0, (byte) type, 0, INTERNET});
        }
        return out.toByteArray();
    }

    /// The addresses that a message tells of a name; none for a question, and for what is no message at all.
    static Set<InetAddress> addresses(byte[] message, int length, String name) {
        try {
            return read(ByteBuffer.wrap(message, 0, length), name);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return Set.of();
        }
    }

    private static Set<InetAddress> read(ByteBuffer in, String name) {
        int flags = in.getShort(2) & 0xffff;
        int questions = in.getShort(4) & 0xffff;
        int records = (in.getShort(6) & 0xffff) + (in.getShort(8) & 0xffff) + (in.getShort(10) & 0xffff);
        Set<InetAddress> found = new HashSet<>();
        if ((flags & ANSWERS) == 0) {
            return found;
        }
        in.position(HEADER);
        for (int i = 0; i < questions; i++) {
            name(in);
            in.getInt();
        }
        for (int i = 0; i < records; i++) {
            String of = name(in);
            int type = in.getShort() & 0xffff;
            in.getShort();
            int seconds = in.getInt();
            byte[] data = new byte[in.getShort() & 0xffff];
            in.get(data);
            // No time to live is a farewell (RFC 6762 section 10.1).
            if ((type == A || type == AAAA) && seconds != 0 && of.equalsIgnoreCase(name)) {
                found.add(address(data));
            }
        }
        return found;
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("neither 4 nor 16 bytes", e);
        }
    }

    /// A name, whose rest may stand further up (RFC 1035 section 4.1.4).
    private static String name(ByteBuffer in) {
        var name = new StringBuilder();
        ByteBuffer at = in;
        for (int jumps = 0; jumps < JUMPS; ) {
            int length = at.get() & 0xff;
            if (length == 0) {
                return name.toString();
            }
            if ((length & POINTER) == POINTER) {
                int to = ((length & ~POINTER) << 8) | (at.get() & 0xff);
                at = in.duplicate().position(to);
                jumps++;
            } else {
                byte[] label = new byte[length];
                at.get(label);
                name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.UTF_8));
            }
        }
        throw new IllegalArgumentException("a name that leads in circles");
    }
}
