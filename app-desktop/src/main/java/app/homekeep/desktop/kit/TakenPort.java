// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.server.Ports;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A door that could not open, since another program uses its port.
///
/// @param door `local`, `lan` or `welcome`
public record TakenPort(String door, int port) {
    private static final Pattern CODE = Pattern.compile("port_taken:(local|lan|welcome):(\\d{1,5})");

    /// What a code says about it; empty when it is about something else.
    public static Optional<TakenPort> of(String code) {
        Matcher match = CODE.matcher(code);
        return match.matches()
                ? Optional.of(new TakenPort(match.group(1), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    /// A port to offer instead; empty when none near is free. Blocks for a moment.
    public OptionalInt instead(Ports ports) {
        int free = ports.freeNear(port);
        return free > 0 ? OptionalInt.of(free) : OptionalInt.empty();
    }
}
