// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Invalid;
import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.apikey.ApiKey;
import app.homekeep.model.apikey.CreatedApiKey;
import app.homekeep.model.apikey.NewApiKey;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "api-key", description = "Keys for scripts.")
final class ApiKeyCommands {
    private static final JsonType<Page<ApiKey>> KEYS = Wire.page(ApiKey.class);
    private static final JsonType<NewApiKey> NEW = Wire.type(NewApiKey.class);
    private static final JsonType<CreatedApiKey> CREATED = Wire.type(CreatedApiKey.class);

    private final Terminal terminal;
    private final Clock clock;

    ApiKeyCommands(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Command(name = "create", description = "Make a key that acts for the owner. It is shown this once.")
    void create(
            @Mixin DataOption data,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is for.")
                    String name,
            @Option(
                            names = "--permission",
                            required = true,
                            arity = "1..*",
                            paramLabel = "PERMISSION",
                            description = "What it may do, such as file:read.")
                    Set<String> permissions,
            @Option(
                            names = "--expires",
                            paramLabel = "TIME",
                            description = "When it ends, such as 90d; never where missing.")
                    @Nullable Lifetime expires,
            @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        var key = new NewApiKey(
                name,
                permissions.stream().map(ApiKeyCommands::permission).collect(Collectors.toUnmodifiableSet()),
                expires == null ? null : clock.instant().plus(expires.duration()));
        try (ControlClient client = ControlClient.of(data.folder())) {
            CreatedApiKey created = client.post(new Query(Routes.API_KEYS), NEW.toJson(key), CREATED);
            if (json) {
                terminal.out().println(CREATED.toJson(created));
            } else {
                terminal.out().println(created.key());
                terminal.err()
                        .println("This is the only time it is shown. Revoke it with: homekeep api-key revoke "
                                + created.id());
            }
        }
    }

    @Command(name = "list", description = "List the keys of all accounts.")
    void list(@Mixin DataOption data, @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            Page<ApiKey> keys = client.list(new Query(Routes.API_KEYS).with("all", "true"), KEYS, Integer.MAX_VALUE);
            if (json) {
                terminal.out().println(KEYS.toJson(keys));
                return;
            }
            var table = new Table("ID", "NAME", "USER", "PERMISSIONS", "CREATED", "EXPIRES", "LAST USED", "FROM", "");
            for (ApiKey key : keys.items()) {
                table.row(
                        key.id(),
                        key.name(),
                        key.user(),
                        key.permissions().stream()
                                .map(Permission::wire)
                                .sorted()
                                .collect(Collectors.joining(" ")),
                        key.createdAt(),
                        key.expiresAt() == null ? "never" : key.expiresAt(),
                        key.lastUsedAt() == null ? "never" : key.lastUsedAt(),
                        key.lastUsedAddress() == null ? "" : key.lastUsedAddress(),
                        key.rotationDue() ? "time for a new one" : "");
            }
            table.print(terminal.out());
        }
    }

    @Command(name = "revoke", description = "End one key, or all of them, at once.")
    void revoke(@Mixin DataOption data, @ArgGroup(multiplicity = "1") Which which) throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            client.delete(which.query());
            terminal.out().println("Revoked.");
        }
    }

    private static Permission permission(String wire) {
        try {
            return Permission.of(wire);
        } catch (IllegalArgumentException e) {
            throw new Invalid("permission", "There is no permission " + wire + ".");
        }
    }

    /// Exactly one of them.
    static final class Which {
        @Parameters(paramLabel = "ID", description = "One key, as api-key list shows it.")
        private @Nullable String id;

        @Option(names = "--all", description = "Every key of every account.")
        private boolean all;

        private Query query() {
            return id != null
                    ? Query.of(Routes.API_KEY, id)
                    : new Query(Routes.API_KEYS).with("all", String.valueOf(all));
        }
    }
}
