// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.control.ServerStatus;
import java.io.PrintStream;
import java.util.Locale;

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

    private static void line(PrintStream out, String name, String value) {
        out.printf("  %-8s %s%n", name, Table.visible(value));
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }
}
