// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.User;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "user", description = "The accounts.")
final class UserCommands {
    private static final JsonType<Page<User>> USERS = Wire.page(User.class);

    private final Terminal terminal;

    UserCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "List the accounts.")
    void list(@Mixin DataOption data, @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            Page<User> users = client.list(new Query(Routes.USERS), USERS, Integer.MAX_VALUE);
            if (json) {
                terminal.out().println(USERS.toJson(users));
                return;
            }
            var table = new Table("USERNAME", "NAME", "ROLE", "BLOCKED", "LAST SEEN");
            for (User user : users.items()) {
                table.row(
                        user.username(),
                        user.displayName(),
                        user.role(),
                        user.blocked() ? "yes" : "no",
                        user.lastSeenAt() == null ? "never" : user.lastSeenAt());
            }
            table.print(terminal.out());
        }
    }

    @Command(name = "add", description = "Make an account.")
    void add(
            @Mixin DataOption data,
            @Parameters(paramLabel = "NAME", description = "What one signs in with.") String name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "user",
                            description = "admin, user or viewer.")
                    String role,
            @Option(names = "--display-name", paramLabel = "NAME", description = "How the person is called.") @Nullable String displayName,
            @Option(
                            names = "--password-stdin",
                            required = true,
                            description = "Read the account's password from standard input.")
                    boolean fromInput)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            NewUser user = new NewUser(name, role, terminal.all(), false, displayName);
            client.post(new Query(Routes.USERS), Wire.type(NewUser.class).toJson(user));
            terminal.out().println("Made " + user.username() + ".");
        }
    }
}
