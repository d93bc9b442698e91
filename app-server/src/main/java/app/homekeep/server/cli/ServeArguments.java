// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.server.process.DefaultFolders;
import app.homekeep.server.process.ServeOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads the options of `serve` without picocli, which would cost a fifth of the time to `ready`. It understands what
/// is plainly right; for anything else, help included, it answers nothing, and picocli says what is wrong.
final class ServeArguments {
    private static final Set<String> WITH_VALUE = Set.of("--data", "--local-port", "--lan-port", "--welcome-port");

    private ServeArguments() {}

    static Optional<ServeOptions> read(List<String> arguments) {
        var values = new HashMap<String, String>();
        boolean noLan = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (argument.equals("--no-lan")) {
                noLan = true;
            } else if (!WITH_VALUE.contains(name) || values.containsKey(name)) {
                return Optional.empty();
            } else if (equals >= 0) {
                values.put(name, argument.substring(equals + 1));
            } else if (i + 1 < arguments.size()) {
                values.put(name, arguments.get(++i));
            } else {
                return Optional.empty();
            }
        }
        return options(values, noLan);
    }

    private static Optional<ServeOptions> options(Map<String, String> values, boolean noLan) {
        boolean plain = values.entrySet().stream()
                .allMatch(each -> each.getKey().equals("--data")
                        ? !each.getValue().isBlank() && !each.getValue().startsWith("-")
                        : isPort(each.getValue()));
        if (!plain) {
            return Optional.empty();
        }
        Path data = values.containsKey("--data") ? Path.of(values.get("--data")) : DefaultFolders.data();
        return Optional.of(new ServeOptions(
                data.toAbsolutePath().normalize(),
                port(values, "--local-port"),
                port(values, "--lan-port"),
                port(values, "--welcome-port"),
                noLan));
    }

    private static boolean isPort(String value) {
        try {
            return Port.of(value).number() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static OptionalInt port(Map<String, String> values, String name) {
        return values.containsKey(name) ? OptionalInt.of(Integer.parseInt(values.get(name))) : OptionalInt.empty();
    }
}
