// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.session.SessionInfo;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "session", description = "Who is signed in, on which device.")
final class SessionCommands {
    private static final JsonType<Page<SessionInfo>> SESSIONS = Wire.page(SessionInfo.class);

    private final Terminal terminal;

    SessionCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "List the sessions.")
    void list(
            @Mixin DataOption data,
            @Option(names = "--user", paramLabel = "NAME", description = "Only this account's.") @Nullable String user,
            @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            Query query = new Query(Routes.SESSIONS).with("user", Optional.ofNullable(user));
            Page<SessionInfo> sessions = client.list(query, SESSIONS, Integer.MAX_VALUE);
            if (json) {
                terminal.out().println(SESSIONS.toJson(sessions));
                return;
            }
            var table = new Table("ID", "USER", "DEVICE", "BROWSER", "ADDRESS", "SIGNED IN", "LAST SEEN");
            for (SessionInfo session : sessions.items()) {
                table.row(
                        session.id(),
                        session.user(),
                        session.device(),
                        session.browser(),
                        session.address(),
                        session.createdAt(),
                        session.lastSeenAt());
            }
            table.print(terminal.out());
        }
    }

    @Command(name = "revoke", description = "Sign out one session, all of an account, or everybody, at once.")
    void revoke(@Mixin DataOption data, @ArgGroup(multiplicity = "1") Which which) throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            client.delete(which.query());
            terminal.out().println("Signed out.");
        }
    }

    /// Exactly one of them.
    static final class Which {
        @Parameters(paramLabel = "ID", description = "One session, as session list shows it.")
        private @Nullable String id;

        @Option(names = "--user", paramLabel = "NAME", description = "All of this account.")
        private @Nullable String user;

        @Option(names = "--all", description = "Everybody.")
        private boolean all;

        private Query query() {
            if (id != null) {
                return Query.of(Routes.SESSION, id);
            }
            Query many = new Query(Routes.SESSIONS);
            return user == null ? many.with("all", String.valueOf(all)) : many.with("user", user);
        }
    }
}
