// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Where a command reads and writes, and the variables around it.
final class Terminal {
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Optional<Console> console;

    Terminal(
            BufferedReader in,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Optional<Console> console) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
        this.console = console;
    }

    /// That of this process.
    static Terminal ofProcess() {
        return new Terminal(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                Optional.ofNullable(System.console()).filter(Console::isTerminal));
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /// An environment variable that is set to something.
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /// Everything on standard input, without the line end that `echo` adds.
    String all() throws IOException {
        var text = new StringBuilder();
        char[] some = new char[1024];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            text.append(some, 0, read);
        }
        return text.toString().replaceFirst("\\r?\\n$", "");
    }

    /// A line typed after a question; empty at the end of the input. Questions go to standard error: standard output is
    /// for what `serve` says.
    Optional<String> ask(String question) throws IOException {
        err.print(question);
        err.flush();
        return Optional.ofNullable(in.readLine());
    }

    /// The same without showing what is typed, where there is a keyboard.
    Optional<String> askHidden(String question) throws IOException {
        if (console.isEmpty()) {
            return ask(question);
        }
        return Optional.ofNullable(console.get().readPassword("%s", question)).map(String::new);
    }
}
