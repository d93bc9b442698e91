// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;

/// Another device on the same network.
final class Neighbour {
    private static final int DISCARD = 9;

    private Neighbour() {}

    /// Makes the system ask for its hardware address, which it has to know before it can send anything there.
    static void wake(InetAddress neighbour) {
        try (var socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, neighbour, DISCARD));
        } catch (IOException _) {
            // Then it stays unknown for now.
        }
    }

    /// Gives it a moment to answer.
    ///
    /// @return false when there is no more time for that
    static boolean await(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
