// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.control.LanDoor;
import app.homekeep.model.control.ServerStatus;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;

/// A server's state for a person.
final class StatusText {
    private static final double GIB = 1024.0 * 1024 * 1024;

    private StatusText() {}

    static void print(ServerStatus status, PrintStream out) {
        out.println(Table.visible(status.name()) + " is " + status.state() + " since " + status.startedAt()
                + " (process " + status.pid() + ", version " + status.version() + ").");
        for (ServerStatus.Address address : status.addresses()) {
            line(out, address.door(), address.url());
        }
        if (!status.lanDoor().open()) {
            line(out, "lan", "closed: " + why(status.lanDoor()));
        }
        line(out, "owner", status.owner());
        line(out, "data", status.data());
        line(
                out,
                "files",
                status.files() + " (" + gib(status.disk().freeBytes()) + " of "
                        + gib(status.disk().totalBytes()) + " free)");
        line(out, "users", String.valueOf(status.users()));
        line(out, "sessions", String.valueOf(status.sessions()));
        line(out, "running", status.transfers() + " uploads and downloads");
        if (status.certificate() != null) {
            line(
                    out,
                    "https",
                    "until " + status.certificate().expiresAt() + ", CA "
                            + status.certificate().fingerprint());
        }
    }

    private static String why(LanDoor door) {
        return switch (Objects.requireNonNullElse(door.closedBecause(), "")) {
            case "setting" -> "the setting lan_door_open";
            case "command_line" -> "served with --no-lan";
            case "lockdown" -> "locked down";
            case "not_home" -> "this network is not home; see homekeep network list";
            case "port_taken" -> "another program has its port; it is tried again";
            default -> "it could not be opened; the log says why";
        };
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf("  %-8s %s%n", name, Table.visible(value));
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }
}
