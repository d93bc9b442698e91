// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.invite.Invite;
import app.homekeep.model.invite.NewInvite;
import app.homekeep.model.space.SpaceGrant;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "invite", description = "Links by which somebody gets an account.")
final class InviteCommands {
    private static final JsonType<Page<Invite>> INVITES = Wire.page(Invite.class);

    private final Terminal terminal;

    InviteCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "List those that can still be accepted.")
    void list(@Mixin DataOption data, @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            Page<Invite> invites = client.list(new Query(Routes.INVITES), INVITES, Integer.MAX_VALUE);
            if (json) {
                terminal.out().println(INVITES.toJson(invites));
                return;
            }
            var table = new Table("ID", "FOR", "ROLE", "SPACES", "BY", "GOOD UNTIL");
            for (Invite invite : invites.items()) {
                String whom = Objects.requireNonNullElse(invite.username(), "");
                table.row(
                        invite.id(),
                        Objects.requireNonNullElse(invite.name(), whom),
                        invite.role(),
                        String.join(", ", invite.spaces()),
                        invite.by(),
                        invite.expiresAt());
            }
            table.print(terminal.out());
        }
    }

    @Command(name = "create", description = "Make one, and print its link.")
    void create(
            @Mixin DataOption data,
            @Option(names = "--name", paramLabel = "NAME", description = "Whom it is for.") @Nullable String name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "user",
                            description = "admin, user, viewer or the id of one of your own.")
                    String role,
            @Option(
                            names = "--space",
                            paramLabel = "NAME[:look|add|all]",
                            description = "A shared space that comes with it; everything where nothing is said. "
                                    + "Repeatable.")
                    @Nullable List<Given> spaces)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            NewInvite invite = new NewInvite(name, role, grants(client, spaces == null ? List.of() : spaces), null);
            CreatedInvite made = client.post(
                    new Query(Routes.INVITES),
                    Wire.type(NewInvite.class).toJson(invite),
                    Wire.type(CreatedInvite.class));
            terminal.out().println("Link: " + made.url());
            terminal.out().println("Good until " + made.expiresAt() + ", once.");
        }
    }

    private static List<SpaceGrant> grants(ControlClient client, List<Given> spaces) throws IOException {
        var grants = new ArrayList<SpaceGrant>();
        for (Given space : spaces) {
            grants.add(new SpaceGrant(SpaceNames.shared(client, space.name()).id(), space.rights()));
        }
        return grants;
    }

    @Command(name = "revoke", description = "Take one back.")
    void revoke(
            @Mixin DataOption data, @Parameters(paramLabel = "ID", description = "As invite list shows it.") String id)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            client.delete(Query.of(Routes.INVITE, id));
            terminal.out().println("Taken back.");
        }
    }
}
