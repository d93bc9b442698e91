// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.server.process.Logging;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Looks at what can be seen without a server: folder, disk, clock, ports.
final class LocalDoctor {
    /// The ports of a home whose owner has set no others, with their doors.
    static final List<UsualPort> USUAL_PORTS =
            List.of(new UsualPort("local", 8080), new UsualPort("lan", 8443), new UsualPort("welcome", 8081));

    private static final long GIB = 1L << 30;
    private static final Duration CLOCK_MAY_DIFFER = Duration.ofMinutes(5);

    private final Path data;
    private final Clock clock;

    LocalDoctor(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /// @param door which door opens there
    record UsualPort(String door, int port) {}

    Finding folder() {
        if (!Files.isDirectory(data)) {
            return Finding.wrong("data", "There is no Homekeep in " + data + ": make one with homekeep init.");
        }
        return Files.isWritable(data)
                ? Finding.fine("data", data + " can be written to.")
                : Finding.wrong("data", data + " can't be written to: check who owns it.");
    }

    Finding disk() throws IOException {
        long free = Files.getFileStore(data).getUsableSpace();
        String amount = String.format(Locale.ROOT, "%.1f GiB", (double) free / GIB);
        return free >= GIB
                ? Finding.fine("disk", amount + " are free.")
                : Finding.wrong("disk", "Only " + amount + " are free: make room, or uploads will be refused.");
    }

    /// A clock that was set back makes second factors and certificates fail.
    Finding clock() throws IOException {
        Instant now = clock.instant();
        Path log = Logging.file(data);
        if (Files.exists(log) && Files.getLastModifiedTime(log).toInstant().isAfter(now.plus(CLOCK_MAY_DIFFER))) {
            return Finding.wrong(
                    "clock", "It is " + now + " here, which is before the server's last words: set the clock.");
        }
        return Finding.fine("clock", "It is " + now + ".");
    }

    /// Whether a door could be opened there now.
    static Finding port(UsualPort usual) {
        String part = "port " + usual.port();
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), usual.port()));
            return Finding.fine(part, "Free for the " + usual.door() + " door.");
        } catch (IOException e) {
            return Finding.wrong(
                    part,
                    "Another program has it: stop that one, or serve with --" + usual.door() + "-port and another.");
        }
    }
}
