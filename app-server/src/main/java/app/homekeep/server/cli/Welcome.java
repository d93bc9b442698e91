// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Invalid;
import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import app.homekeep.server.process.NewHome;
import app.homekeep.server.process.Program;
import app.homekeep.server.process.ServeOptions;
import app.homekeep.server.process.Serving;
import app.homekeep.server.process.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// The four steps of the panel's welcome, in a terminal: the server's name, the owner, the folder, who may reach it.
/// Where everything is there already, it goes straight on to serving.
final class Welcome {
    private final Program program;
    private final Terminal terminal;

    Welcome(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    void run(Path data) throws IOException {
        if (!Serving.isHome(data)) {
            if (!Serving.isEmpty(data)) {
                throw new StartRefused("folder_not_empty", "The data folder must be new or empty: " + data + ".");
            }
            create(data);
        }
        terminal.err().println("Starting. Ctrl-C stops it.");
        new Serve(program, terminal)
                .run(new ServeOptions(data, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false));
    }

    private void create(Path data) throws IOException {
        terminal.err().println("Welcome. Four questions, and your server runs; Enter takes what is in brackets.");
        String name = ask("1. What shall the server be called?", NewHome.DEFAULT_NAME, Welcome::serverName);
        String owner = ask("2. Your username (the owner)?", "owner", text -> Rules.username("username", text));
        String password = newPassword();
        Path files = ask(
                "3. In which folder shall everybody's files be?",
                data.resolve("files").toString(),
                text -> Path.of(text).toAbsolutePath().normalize());
        boolean lan = ask("4. Who may reach it? 1 only this computer, 2 the home network", "2", Welcome::reach);
        while (true) {
            try {
                program.create(new NewHome(data, files, owner, password, name, lan));
                return;
            } catch (StartRefused refused) {
                if (!refused.code().equals("weak_password")) {
                    throw refused;
                }
                terminal.err().println(refused.sentence());
                password = newPassword();
            }
        }
    }

    private String newPassword() throws IOException {
        while (true) {
            String password = answered(terminal.askHidden("   Your password (not shown): "));
            String again = answered(terminal.askHidden("   The same once more: "));
            if (password.equals(again) && !password.isEmpty()) {
                return password;
            }
            terminal.err().println("   Those are not the same; once more.");
        }
    }

    private <T> T ask(String question, String usual, Function<String, T> rule) throws IOException {
        while (true) {
            String typed =
                    answered(terminal.ask(question + " [" + usual + "] ")).strip();
            try {
                return rule.apply(typed.isEmpty() ? usual : typed);
            } catch (Invalid invalid) {
                terminal.err().println("   " + invalid.why());
            }
        }
    }

    private static String answered(Optional<String> typed) {
        return typed.orElseThrow(() -> new Refusal(
                "no_answer",
                "There is nobody to answer: without a keyboard use homekeep init --owner NAME --password-stdin."));
    }

    private static String serverName(String text) {
        return Rules.present("server_name", text, Limits.NAME_LONGEST);
    }

    private static boolean reach(String text) {
        return switch (text) {
            case "1" -> false;
            case "2" -> true;
            default -> throw new Invalid("reach", "Type 1 or 2.");
        };
    }
}
