// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.desktop.platform.Preferences;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The ports the owner has chosen instead of the usual ones, because something else has those. They count from the next
/// start on. A door is named as on the wire: `local`, `lan` or `welcome`.
public final class Ports {
    private static final List<String> DOORS = List.of("local", "lan", "welcome");
    /// What the doors have by default: none may be offered what another will want.
    private static final List<Integer> USUAL = List.of(8080, 8081, 8443);

    private static final int NEAR = 100;
    private static final int HIGHEST = 65_535;

    private final Preferences preferences;

    public Ports(Preferences preferences) {
        this.preferences = preferences;
    }

    /// What the owner has chosen; empty for the usual port.
    public OptionalInt chosen(String door) {
        return preferences
                .get(key(door))
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .filter(port -> port <= HIGHEST)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /// From the next start on, that door has that port.
    public void use(String door, int port) {
        preferences.put(key(door), Integer.toString(port));
    }

    /// A free port near one that is taken, to offer instead; 0, which lets the server pick any, when all of them are
    /// taken. Whether it is still free later, nobody knows. Blocks for a moment.
    public int freeNear(int taken) {
        return IntStream.rangeClosed(taken + 1, Math.min(HIGHEST, taken + NEAR))
                .filter(port -> !USUAL.contains(port))
                .filter(Ports::free)
                .findFirst()
                .orElse(0);
    }

    /// As options of `serve`.
    List<String> options() {
        List<String> options = new ArrayList<>();
        for (String door : DOORS) {
            chosen(door).ifPresent(port -> {
                options.add("--" + door + "-port");
                options.add(Integer.toString(port));
            });
        }
        return List.copyOf(options);
    }

    private static String key(String door) {
        if (!DOORS.contains(door)) {
            throw new IllegalArgumentException("no such door: " + door);
        }
        return "port." + door;
    }

    private static boolean free(int port) {
        return binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && binds(new InetSocketAddress(port));
    }

    private static boolean binds(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
