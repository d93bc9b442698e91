// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.server.process.Program;
import app.homekeep.server.process.ServeOptions;
import java.util.List;
import java.util.Optional;

/// The command line's way in. `serve` goes round picocli, whose classes then are not even loaded.
public final class Commands {
    private static final String SERVE = "serve";

    private Commands() {}

    /// Does what the words say and returns the exit status: 0 done, 1 refused or failed, 2 wrong usage.
    public static int run(List<String> words, Program program) {
        return run(words, program, Terminal.ofProcess());
    }

    static int run(List<String> words, Program program, Terminal terminal) {
        return serveOptions(words)
                .map(options -> Outcome.of(terminal, () -> new Serve(program, terminal).run(options)))
                .orElseGet(() -> CommandTree.of(program, terminal).execute(words.toArray(String[]::new)));
    }

    private static Optional<ServeOptions> serveOptions(List<String> words) {
        boolean serves = !words.isEmpty() && words.getFirst().equals(SERVE);
        return serves ? ServeArguments.read(words.subList(1, words.size())) : Optional.empty();
    }
}
