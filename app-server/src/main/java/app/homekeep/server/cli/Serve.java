// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.server.process.NewHome;
import app.homekeep.server.process.Program;
import app.homekeep.server.process.ServeOptions;
import app.homekeep.server.process.Serving;
import app.homekeep.server.process.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `serve`: runs the server in the foreground. On an empty data folder it makes the first run by itself when the
/// environment says how, which is what a machine without a screen and a keyboard needs.
final class Serve {
    private static final String OWNER = "HOMEKEEP_OWNER";
    private static final String PASSWORD_FILE = "HOMEKEEP_OWNER_PASSWORD_FILE";

    private final Program program;
    private final Terminal terminal;

    Serve(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    void run(ServeOptions options) throws IOException {
        if (terminal.variable(OWNER).isEmpty()) {
            serve(options);
            return;
        }
        if (Serving.isHome(options.data())) {
            serveOrFinish(options);
        } else {
            program.create(fromEnvironment(options));
            serve(options);
        }
    }

    /// A first run may have been killed before it came to the owner, and nobody is there to run `init` again.
    private void serveOrFinish(ServeOptions options) throws IOException {
        try {
            serve(options);
        } catch (StartRefused refused) {
            if (!refused.code().equals("not_initialised")) {
                throw refused;
            }
            program.create(fromEnvironment(options));
            serve(options);
        }
    }

    private void serve(ServeOptions options) throws IOException {
        new Serving(program, terminal.out()).run(options);
    }

    private NewHome fromEnvironment(ServeOptions options) throws IOException {
        Path file = terminal.variable(PASSWORD_FILE)
                .map(Path::of)
                .orElseThrow(() -> new Refusal(
                        "password_missing", OWNER + " is set, so " + PASSWORD_FILE + " must name a file too."));
        if (!Files.isReadable(file)) {
            throw new Refusal("password_missing", "The file that " + PASSWORD_FILE + " names can't be read: " + file);
        }
        return new NewHome(
                options.data(),
                options.data().resolve("files"),
                terminal.variable(OWNER).orElseThrow(),
                Files.readString(file).replaceFirst("\\r?\\n$", ""),
                NewHome.DEFAULT_NAME,
                !options.noLan());
    }
}
