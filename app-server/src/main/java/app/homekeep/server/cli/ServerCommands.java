// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.control.Finding;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.lockdown.Lockdown;
import app.homekeep.server.process.DataLock;
import app.homekeep.server.process.NewHome;
import app.homekeep.server.process.Program;
import app.homekeep.server.process.ServeOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The server itself: making one, running it, asking how it is, stopping it. Its commands stand at the top, with
/// the other things' below them.
@Command(
        name = "homekeep",
        description = "A private server for a household. Without a command: the control panel.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = CommandTree.Version.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:refused or failed; the reason is on standard error", "2:wrong usage"})
final class ServerCommands {
    private final Program program;
    private final Terminal terminal;

    ServerCommands(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Command(name = "serve", description = "Run the server in the foreground.")
    void serve(
            @Mixin DataOption data,
            @Option(names = "--local-port", paramLabel = "N", description = "For browsers on this machine.") @Nullable Port local,
            @Option(names = "--lan-port", paramLabel = "N", description = "For the home network, HTTPS.") @Nullable Port lan,
            @Option(names = "--welcome-port", paramLabel = "N", description = "For devices on their first visit.")
                    @Nullable Port welcome,
            @Option(names = "--no-lan", description = "Not for the home network, this time.") boolean noLan)
            throws IOException {
        new Serve(program, terminal)
                .run(new ServeOptions(data.folder(), number(local), number(lan), number(welcome), noLan));
    }

    @Command(name = "init", description = "First run without a screen: make the data folder and the owner's account.")
    void init(
            @Mixin DataOption data,
            @Option(
                            names = "--files",
                            paramLabel = "DIR",
                            description = "Holds everybody's files. Default: DATA/files.")
                    @Nullable Path files,
            @Option(names = "--owner", paramLabel = "NAME", required = true, description = "The owner's username.")
                    String owner,
            @Option(
                            names = "--password-stdin",
                            required = true,
                            description = "Read the owner's password from standard input.")
                    boolean fromInput,
            @Option(names = "--server-name", paramLabel = "NAME", defaultValue = NewHome.DEFAULT_NAME)
                    String serverName,
            @Option(names = "--no-lan", description = "Only for this machine.") boolean noLan)
            throws IOException {
        Path home = data.folder();
        Path served =
                files == null ? home.resolve("files") : files.toAbsolutePath().normalize();
        program.create(new NewHome(home, served, owner, terminal.all(), serverName, !noLan));
        terminal.out().println("Made in " + home + ". Start it with: homekeep serve --data " + home);
    }

    @Command(name = "welcome", hidden = true, description = "The first steps in the terminal, then serve.")
    void welcome(@Mixin DataOption data) throws IOException {
        new Welcome(program, terminal).run(data.folder());
    }

    @Command(name = "status", description = "How the running server is.")
    void status(@Mixin DataOption data, @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        var type = Wire.type(ServerStatus.class);
        try (ControlClient client = ControlClient.of(data.folder())) {
            ServerStatus status = client.get(new Query(Routes.CONTROL_STATUS), type);
            if (json) {
                terminal.out().println(type.toJson(status));
            } else {
                StatusText.print(status, terminal.out());
            }
        }
    }

    @Command(name = "stop", description = "Let what is under way end, then stop the running server.")
    void stop(@Mixin DataOption data) throws IOException {
        Path home = data.folder();
        try (ControlClient client = ControlClient.of(home)) {
            Optional<ProcessHandle> server = ProcessHandle.of(client.pid());
            client.post(new Query(Routes.CONTROL_STOP), "");
            Processes.awaitEnd(server);
        }
        if (DataLock.holder(home).isPresent()) {
            throw new Refusal("still_running", "The server was asked to stop and is still busy; its log may say why.");
        }
        terminal.out().println("Stopped.");
    }

    @Command(name = "doctor", description = "Look for what keeps it from working; status 1 when something does.")
    void doctor(@Mixin DataOption data, @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        List<Finding> findings = new Examination(data.folder(), Clock.systemUTC()).findings();
        if (json) {
            terminal.out().println(Wire.page(Finding.class).toJson(Page.whole(findings)));
        } else {
            var table = new Table("PART", "", "");
            findings.forEach(finding -> table.row(finding.part(), shown(finding.state()), finding.sentence()));
            table.print(terminal.out());
        }
        long wrong = findings.stream()
                .filter(finding -> finding.state() == Finding.State.WRONG)
                .count();
        if (wrong > 0) {
            throw new Refusal("unhealthy", wrong == 1 ? "One thing is wrong." : wrong + " things are wrong.");
        }
    }

    @Command(
            name = "lockdown",
            description =
                    "Sign everybody out, revoke every API key, sign with a new key and keep the home network out.")
    void lockdown(
            @Mixin DataOption data,
            @Option(names = "--end", description = "Let the home network in again.") boolean end)
            throws IOException {
        var type = Wire.type(Lockdown.class);
        try (ControlClient client = ControlClient.of(data.folder())) {
            if (end) {
                client.delete(new Query(Routes.LOCKDOWN));
                terminal.out().println("The lockdown is over. Everybody signs in anew.");
            } else {
                Lockdown done = client.post(new Query(Routes.LOCKDOWN), "", type);
                terminal.out()
                        .println("Locked down: " + done.sessions() + " sessions ended, " + done.apiKeys()
                                + " API keys revoked, the home network is kept out.");
                terminal.out().println("To end it: homekeep lockdown --end");
            }
        }
    }

    private static String shown(Finding.State state) {
        return switch (state) {
            case FINE -> "ok";
            case HINT -> "hint";
            case WRONG -> "WRONG";
            case NOT_LOOKED_AT -> "-";
        };
    }

    private static OptionalInt number(@Nullable Port port) {
        return port == null ? OptionalInt.empty() : OptionalInt.of(port.number());
    }
}
