// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.NewSpace;
import app.homekeep.model.space.SpaceMember;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "space", description = "Folders that are served, and who may use them.")
final class SpaceCommands {
    private static final JsonType<Page<ManagedSpace>> SPACES = Wire.page(ManagedSpace.class);

    private final Terminal terminal;

    SpaceCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "List the shared spaces, then everybody's own.")
    void list(@Mixin DataOption data, @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            Page<ManagedSpace> spaces = SpaceNames.all(client);
            if (json) {
                terminal.out().println(SPACES.toJson(spaces));
                return;
            }
            var table = new Table("ID", "NAME", "KIND", "FOLDER", "MEMBERS", "");
            for (ManagedSpace space : spaces.items()) {
                table.row(
                        space.id(),
                        space.name(),
                        space.kind().wire(),
                        space.folder(),
                        space.members().stream().map(SpaceCommands::told).collect(Collectors.joining(" ")),
                        space.available() ? "" : "not there now");
            }
            table.print(terminal.out());
        }
    }

    @Command(name = "add", description = "Serve a folder of this computer to some of the accounts.")
    void add(
            @Mixin DataOption data,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is called.")
                    String name,
            @Option(names = "--folder", required = true, paramLabel = "DIR", description = "A folder that is there.")
                    Path folder,
            @Option(
                            names = "--member",
                            paramLabel = "NAME[:look|add|all]",
                            description = "Who may use it, and how; everything where nothing is said. Repeatable.")
                    @Nullable List<Given> members)
            throws IOException {
        List<Given> given = members == null ? List.of() : members;
        var space = new NewSpace(
                name,
                folder.toAbsolutePath().toString(),
                given.stream()
                        .map(each -> new SpaceMember(each.name(), each.rights()))
                        .toList());
        try (ControlClient client = ControlClient.of(data.folder())) {
            ManagedSpace made = client.post(
                    new Query(Routes.SPACES), Wire.type(NewSpace.class).toJson(space), Wire.type(ManagedSpace.class));
            terminal.out().println("Added " + Table.visible(made.name()) + ": " + Table.visible(made.folder()));
            if (made.members().isEmpty()) {
                terminal.err().println("Nobody may use it yet: say who with --member, or in the panel.");
            }
        }
    }

    @Command(name = "remove", description = "Serve a folder no more. Its files stay where they are.")
    void remove(
            @Mixin DataOption data,
            @Parameters(paramLabel = "NAME|ID", description = "As space list shows it.") String nameOrId)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            ManagedSpace space = SpaceNames.shared(client, nameOrId);
            client.delete(new Query(Routes.SPACE.replace("{space}", space.id())));
            terminal.out()
                    .println("Taken off: " + Table.visible(space.name()) + ". Its files are still in "
                            + Table.visible(space.folder()));
        }
    }

    private static String told(SpaceMember member) {
        return member.user() + ":" + Given.word(member.permissions());
    }
}
