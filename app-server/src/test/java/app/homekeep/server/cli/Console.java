// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.server.TestServer;
import app.homekeep.server.process.DataLock;
import app.homekeep.server.process.NewHome;
import app.homekeep.server.process.Program;
import app.homekeep.server.process.RunFiles;
import app.homekeep.server.process.ServeOptions;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command line beside a server that runs.
final class Console implements AutoCloseable {
    private final Path data;
    private final DataLock lock;
    private String out = "";
    private String err = "";

    private Console(Path data, DataLock lock) {
        this.data = data;
        this.lock = lock;
    }

    static Console beside(TestServer server) throws IOException {
        DataLock lock = DataLock.take(server.data());
        RunFiles.write(server.data(), server.runFile());
        return new Console(server.data(), lock);
    }

    /// @param typed what standard input has
    /// @return the exit status
    int run(String typed, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--data=" + data);
        var standardOut = new ByteArrayOutputStream();
        var standardErr = new ByteArrayOutputStream();
        int status = Commands.run(
                all,
                new NoProgram(),
                new Terminal(
                        new BufferedReader(new StringReader(typed)),
                        new PrintStream(standardOut, true, StandardCharsets.UTF_8),
                        new PrintStream(standardErr, true, StandardCharsets.UTF_8),
                        Map.of(),
                        Optional.empty()));
        out = standardOut.toString(StandardCharsets.UTF_8);
        err = standardErr.toString(StandardCharsets.UTF_8);
        return status;
    }

    /// What the last command printed.
    String out() {
        return out;
    }

    /// What the last command complained of.
    String err() {
        return err;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /// These commands start nothing.
    private static final class NoProgram implements Program {
        @Override
        public Running start(ServeOptions options) {
            throw new AssertionError("nothing is to be started");
        }

        @Override
        public void create(NewHome home) {
            throw new AssertionError("nothing is to be made");
        }
    }
}
