// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.CreatedUser;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.ResetCode;
import app.homekeep.model.account.User;
import app.homekeep.model.account.UserChange;
import app.homekeep.model.invite.CreatedInvite;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
            var table = new Table("USERNAME", "NAME", "ROLE", "STATE", "2FA", "LAST SEEN");
            for (User user : users.items()) {
                table.row(
                        user.username(),
                        user.displayName(),
                        user.role(),
                        user.state().wire(),
                        user.totp() ? "on" : user.requireTotp() ? "required" : "off",
                        user.lastSeenAt() == null ? "never" : user.lastSeenAt());
            }
            table.print(terminal.out());
        }
    }

    @Command(name = "add", description = "Make an account, with a password or an invite.")
    void add(
            @Mixin DataOption data,
            @Mixin UserName name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "user",
                            description = "admin, user, viewer or the id of one of your own.")
                    String role,
            @Option(names = "--display-name", paramLabel = "NAME", description = "How the person is called.") @Nullable String displayName,
            @ArgGroup(multiplicity = "1") ComesIn comesIn)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            String password = comesIn.password ? terminal.all() : null;
            NewUser user = new NewUser(name.text(), role, password, comesIn.invite, displayName);
            CreatedUser made = client.post(
                    new Query(Routes.USERS), Wire.type(NewUser.class).toJson(user), Wire.type(CreatedUser.class));
            terminal.out().println("Made " + user.username() + ".");
            if (made.invite() != null) {
                show(made.invite());
            }
        }
    }

    @Command(name = "invite", description = "A new invite for an account whose holder has no password yet.")
    void invite(@Mixin DataOption data, @Mixin UserName name) throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            Query query = Query.of(Routes.USER_INVITE, name.id(client));
            show(client.post(query, "", Wire.type(CreatedInvite.class)));
        }
    }

    @Command(name = "block", description = "Sign an account out everywhere and keep its holder out for a while.")
    void block(@Mixin DataOption data, @Mixin UserName name) throws IOException {
        change(data, name, new UserChange(null, null, null, true, null, null), "Blocked ");
    }

    @Command(name = "unblock", description = "Let an account's holder in again, deactivated ones too.")
    void unblock(@Mixin DataOption data, @Mixin UserName name) throws IOException {
        change(data, name, new UserChange(null, null, null, false, null, null), "Unblocked ");
    }

    @Command(name = "role", description = "Give an account another role.")
    void role(@Mixin DataOption data, @Mixin UserName name, @Parameters(index = "1", paramLabel = "ROLE") String role)
            throws IOException {
        change(data, name, new UserChange(null, null, role, null, null, null), "Changed ");
    }

    @Command(name = "require-2fa", description = "Require a second factor of an account, or no more.")
    void requireSecondFactor(
            @Mixin DataOption data,
            @Mixin UserName name,
            @Option(names = "--off", description = "No longer.") boolean off)
            throws IOException {
        change(data, name, new UserChange(null, null, null, null, !off, null), "Changed ");
    }

    @Command(name = "deactivate", description = "End an account's sign-in, its sessions and API keys, for good.")
    void deactivate(@Mixin DataOption data, @Mixin UserName name) throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            client.post(Query.of(Routes.USER_DEACTIVATE, name.id(client)), "");
            terminal.out().println("Deactivated " + name.text() + ".");
        }
    }

    @Command(name = "delete", description = "Delete an account.")
    void delete(
            @Mixin DataOption data,
            @Mixin UserName name,
            @Option(
                            names = "--files",
                            paramLabel = "FATE",
                            defaultValue = "keep",
                            description = "keep, move (into your own space) or remove. Default: keep.")
                    String files)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            client.delete(Query.of(Routes.USER, name.id(client)).with("files", files));
            terminal.out().println("Deleted " + name.text() + ".");
        }
    }

    @Command(name = "reset-password", description = "A one-time code by which an account gets a new password.")
    void resetPassword(@Mixin DataOption data, @Mixin UserName name) throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            Query query = Query.of(Routes.USER_RESET_PASSWORD, name.id(client));
            ResetCode code = client.post(query, "", Wire.type(ResetCode.class));
            terminal.out().println("Code: " + code.code());
            terminal.out().println("Link: " + code.url());
            terminal.out().println("Good until " + code.expiresAt() + ", once.");
        }
    }

    @Command(name = "reset-2fa", description = "Take an account's second factor away; it sets up a new one.")
    void resetSecondFactor(@Mixin DataOption data, @Mixin UserName name) throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            client.post(Query.of(Routes.USER_TOTP_RESET, name.id(client)), "");
            terminal.out().println("Took the second factor of " + name.text() + " away.");
        }
    }

    private void change(DataOption data, UserName name, UserChange change, String done) throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            client.patch(
                    Query.of(Routes.USER, name.id(client)),
                    Wire.type(UserChange.class).toJson(change));
            terminal.out().println(done + name.text() + ".");
        }
    }

    private void show(CreatedInvite invite) {
        terminal.out().println("Link: " + invite.url());
        terminal.out().println("Good until " + invite.expiresAt() + ", once.");
    }

    /// How the account's holder gets a password; exactly one of them.
    static final class ComesIn {
        @Option(
                names = "--password-stdin",
                required = true,
                description = "Read the account's password from standard input.")
        private boolean password;

        @Option(names = "--invite", required = true, description = "Print a link by which its holder chooses one.")
        private boolean invite;
    }
}
