// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.desktop.platform.Preferences;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The ports the owner has chosen instead of the usual ones, because something else has those. They count from the next
/// start on.
public final class Ports {
    /// What the doors use by default: one door must not take another's.
    private static final Set<Integer> USUAL = Set.of(8080, 8081, 8443);

    private static final int NEAR = 100;
    private static final int HIGHEST = 65_535;

    private final Preferences preferences;

    public Ports(Preferences preferences) {
        this.preferences = preferences;
    }

    /// The doors that browsers use.
    public enum Door {
        LOCAL,
        LAN,
        WELCOME;

        /// The name on the wire: `local`, `lan` or `welcome`.
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String key() {
            return "port." + wire();
        }
    }

    /// A port that somebody else has.
    public record Taken(Door door, int port) {
        /// Understands a code such as `port_taken:local:8080`.
        public static Optional<Taken> of(String code) {
            String[] parts = code.split(":", -1);
            if (parts.length != 3 || !parts[0].equals("port_taken") || !parts[2].matches("\\d{1,5}")) {
                return Optional.empty();
            }
            for (Door door : Door.values()) {
                if (door.wire().equals(parts[1])) {
                    return Optional.of(new Taken(door, Integer.parseInt(parts[2])));
                }
            }
            return Optional.empty();
        }
    }

    /// What the owner has chosen; empty for the usual port.
    public OptionalInt chosen(Door door) {
        return preferences
                .get(door.key())
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .filter(port -> port <= HIGHEST)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    public void choose(Door door, int port) {
        preferences.put(door.key(), Integer.toString(port));
    }

    /// A free port near one that is taken, to offer instead. Whether it is still free later, nobody knows.
    public OptionalInt free(Taken taken) {
        for (int port = taken.port() + 1; port <= Math.min(HIGHEST, taken.port() + NEAR); port++) {
            if (!USUAL.contains(port) && free(port)) {
                return OptionalInt.of(port);
            }
        }
        return OptionalInt.empty();
    }

    /// As options of `serve`.
    List<String> options() {
        List<String> options = new ArrayList<>();
        for (Door door : Door.values()) {
            chosen(door).ifPresent(port -> {
                options.add("--" + door.wire() + "-port");
                options.add(Integer.toString(port));
            });
        }
        return List.copyOf(options);
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
