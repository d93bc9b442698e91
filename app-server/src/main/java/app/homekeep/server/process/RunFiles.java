// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import app.homekeep.model.Wire;
import app.homekeep.model.control.RunFile;
import io.avaje.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// `run/server.json` of a data folder: written when every door is open, gone when the server has ended.
public final class RunFiles {
    private RunFiles() {}

    /// Where the run file of a data folder is.
    public static Path of(Path data) {
        return data.resolve("run").resolve("server.json");
    }

    /// Writes it: mode 0600, in a folder of mode 0700, at once or not at all.
    public static void write(Path data, RunFile content) throws IOException {
        PrivateFiles.folder(data.resolve("run"));
        PrivateFiles.write(of(data), Wire.type(RunFile.class).toJson(content).getBytes(StandardCharsets.UTF_8));
    }

    /// Writes it anew where it is there: what is not ready yet, or no more, is not said to be.
    public static void replace(Path data, RunFile content) throws IOException {
        if (Files.exists(of(data))) {
            write(data, content);
        }
    }

    /// What the server that runs on this data folder says. Empty when none runs: a file that a killed server left
    /// behind counts for nothing, which the lock tells, not the process number that somebody else may have by now.
    public static Optional<RunFile> read(Path data) throws IOException {
        if (DataLock.holder(data).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Wire.type(RunFile.class).fromJson(Files.readString(of(data))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonException e) {
            throw new IOException("not a run file: " + of(data), e);
        }
    }

    /// Deletes it, when there is one.
    public static void delete(Path data) throws IOException {
        Files.deleteIfExists(of(data));
    }
}
