// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.mdns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Asks a network for a name, as any other device on it would.
final class NameQuery {
    private static final int PORT = 5353;
    private static final InetAddress GROUP_4 = InetAddress.ofLiteral("224.0.0.251");
    private static final InetAddress GROUP_6 = InetAddress.ofLiteral("ff02::fb");
    private static final int LONGEST = 9000;

    private NameQuery() {}

    /// Whether the network of an address answers a name with that address.
    ///
    /// @param mine one of this computer's
    /// @param most how long to wait
    static boolean hears(String name, InetAddress mine, Duration most) {
        try {
            NetworkInterface network = NetworkInterface.getByInetAddress(mine);
            return network != null && hears(name, mine, network, most);
        } catch (IOException _) {
            // Another program keeps the port to itself, or the network has just gone.
            return false;
        }
    }

    private static boolean hears(String name, InetAddress mine, NetworkInterface network, Duration most)
            throws IOException {
        var group = new InetSocketAddress(mine instanceof Inet4Address ? GROUP_4 : GROUP_6, PORT);
        byte[] question = NameMessage.question(name);
        try (var socket = new MulticastSocket(PORT)) {
            socket.joinGroup(group, network);
            socket.setNetworkInterface(network);
            socket.send(new DatagramPacket(question, question.length, group));
            long until = System.nanoTime() + most.toNanos();
            var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
            for (long left = most.toMillis();
                    left > 0;
                    left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())) {
                socket.setSoTimeout(Math.toIntExact(left));
                socket.receive(packet);
                Set<InetAddress> told = NameMessage.addresses(packet.getData(), packet.getLength(), name);
                if (told.contains(mine)) {
                    return true;
                }
            }
            return false;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }
}
