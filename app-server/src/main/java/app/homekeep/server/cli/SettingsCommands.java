// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Routes;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "settings", description = "What the owner may change.")
final class SettingsCommands {
    private static final Jsonb JSON = Jsonb.builder().serializeNulls(true).build();
    private static final JsonType<Map<String, Object>> OBJECT =
            JSON.type(Object.class).map();

    private final Terminal terminal;

    SettingsCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "get", description = "Show one setting's value, or all settings with what they do.")
    void get(
            @Mixin DataOption data,
            @Parameters(paramLabel = "NAME", arity = "0..1", description = "One setting.") @Nullable String name,
            @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        Path home = data.folder();
        try (ControlClient client = ControlClient.of(home)) {
            Map<String, Object> page = client.get(new Query(Routes.SETTINGS), OBJECT);
            if (name != null) {
                Map<?, ?> item = named(items(page), name);
                terminal.out().println(json ? JSON.toJson(item) : Table.visible(shown(item.get("value"))));
            } else if (json) {
                terminal.out().println(OBJECT.toJson(page));
            } else {
                var table = new Table("NAME", "VALUE", "WHAT IT DOES");
                items(page)
                        .forEach(item -> table.row(
                                shown(item.get("name")), shown(item.get("value")), shown(item.get("explanation"))));
                table.print(terminal.out());
            }
        }
    }

    @Command(name = "set", description = "Change a setting; what it does says when it takes effect.")
    void set(
            @Mixin DataOption data,
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "VALUE", description = "A text, a number, true or false, or a list with commas.")
                    String value)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            Map<?, ?> item = named(items(client.get(new Query(Routes.SETTINGS), OBJECT)), name);
            String type = String.valueOf(item.get("type"));
            client.patch(new Query(Routes.SETTINGS), OBJECT.toJson(Map.of(name, typed(type, value))));
            terminal.out().println(name + " = " + Table.visible(value));
            terminal.out().println(item.get("explanation"));
        }
    }

    private static List<Map<?, ?>> items(Map<String, Object> page) {
        if (page.get("items") instanceof List<?> items) {
            return items.stream()
                    .<Map<?, ?>>map(item -> item instanceof Map<?, ?> map ? map : Map.of())
                    .toList();
        }
        return List.of();
    }

    private static Map<?, ?> named(List<Map<?, ?>> items, String name) {
        return items.stream()
                .filter(item -> name.equals(item.get("name")))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "no_such_setting", "There is no setting of that name; homekeep settings get lists them."));
    }

    /// The JSON value that a word on the command line stands for. What doesn't fit its type stays text, and the server
    /// says what it wants.
    private static Object typed(String type, String value) {
        return switch (type) {
            case "number" -> value.matches("-?\\d{1,18}") ? Long.valueOf(value) : value;
            case "switch" ->
                switch (value) {
                    case "true", "on" -> true;
                    case "false", "off" -> false;
                    default -> value;
                };
            case "list" ->
                Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
            default -> value;
        };
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        boolean whole = value instanceof Number number && number.doubleValue() == number.longValue();
        return whole && value instanceof Number number ? String.valueOf(number.longValue()) : String.valueOf(value);
    }
}
