// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.server.process.Program;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/// All commands, as picocli knows them. What belongs to one thing is one class, a method each.
final class CommandTree {
    private CommandTree() {}

    static CommandLine of(Program program, Terminal terminal) {
        return new CommandLine(new ServerCommands(program, terminal))
                .addSubcommand(new UserCommands(terminal))
                .addSubcommand(new InviteCommands(terminal))
                .addSubcommand(new SpaceCommands(terminal))
                .addSubcommand(new SessionCommands(terminal))
                .addSubcommand(new ApiKeyCommands(terminal, Clock.systemUTC()))
                .addSubcommand(new KeyCommands(terminal))
                .addSubcommand(new AuditCommands(terminal))
                .addSubcommand(new NetworkCommands(terminal))
                .addSubcommand(new SettingsCommands(terminal))
                .addSubcommand(new TrustCommands(terminal))
                .addSubcommand(new CertificateCommands(terminal))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .registerConverter(Port.class, Port::of)
                .registerConverter(Lifetime.class, Lifetime::of)
                .registerConverter(Given.class, Given::of)
                .setParameterExceptionHandler((wrong, words) -> usage(wrong))
                .setExecutionExceptionHandler((why, command, parsed) -> Outcome.refused(terminal, why));
    }

    private static int usage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("homekeep: " + Table.visible(String.valueOf(wrong.getMessage())));
        command.usage(command.getErr());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /// What `--version` prints.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Optional<String> version =
                    Optional.ofNullable(CommandTree.class.getPackage().getImplementationVersion());
            return new String[] {"homekeep " + version.orElse("(not packaged)")};
        }
    }
}
