// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the owner calls this computer.
///
/// @param label one part, in lower case, such as `kitchen-pc`
public record MachineName(String label) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    public MachineName {
        if (!FORM.matcher(label).matches()) {
            throw new IllegalArgumentException("not a host's label");
        }
    }

    /// The name the system tells; empty when it has none that works in an address.
    public static Optional<MachineName> read() {
        try {
            return of(raw());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The name that other systems give it by multicast DNS.
    public String local() {
        return label + ".local";
    }

    static Optional<MachineName> of(String hostname) {
        String lower = hostname.strip().toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        String label = dot < 0 ? lower : lower.substring(0, dot);
        boolean works = FORM.matcher(label).matches() && !label.equals("localhost");
        // A label of digits alone would read as an address.
        return works && !label.chars().allMatch(Character::isDigit)
                ? Optional.of(new MachineName(label))
                : Optional.empty();
    }

    /// Asks DNS last: that may take seconds.
    private static String raw() throws IOException {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        if (Files.isReadable(LINUX)) {
            return Files.readString(LINUX);
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "";
        }
    }
}
