// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Wire;
import app.homekeep.model.control.RunFile;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The `run` folder of a data folder: who serves it, and how to get in. Thread-safe.
public final class RunFolder {
    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
    private static final JsonType<RunFile> JSON = Wire.type(RunFile.class);
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Pattern LOOPBACK = Pattern.compile("http://127\\.0\\.0\\.1:[1-9][0-9]{0,4}");
    private static final int LARGEST = 16 * 1024;

    private final Path file;
    private final Path lock;

    public RunFolder(Path data) {
        file = data.resolve("run").resolve("server.json");
        lock = data.resolve("run").resolve("lock");
    }

    /// Who serves the data folder.
    public sealed interface Who {
        /// No process does.
        record Nobody() implements Who {}

        /// A process does, and hasn't said (or says no longer) where its doors are.
        record Somebody() implements Who {}

        /// A server does.
        record Server(RunFile info) implements Who {}
    }

    /// Looks who serves the data folder. The lock decides: the system frees it with the process, while a run file may
    /// be left over and a process number used again.
    public Who look() {
        if (!held()) {
            return new Who.Nobody();
        }
        try {
            return read().<Who>map(Who.Server::new).orElseGet(Who.Somebody::new);
        } catch (AdminProblem e) {
            LOG.warn("run file refused: {} [{}]", e.sentence(), e.code());
            return new Who.Somebody();
        }
    }

    /// What the run file says; empty when there is none. It may be left over from a server that was killed.
    ///
    /// @throws AdminProblem `run_file_unsafe` when others could have read or written it, `run_file_broken` when it
    /// makes
    ///                      no sense
    public Optional<RunFile> read() {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            refuseOpenToOthers();
            if (Files.size(file) > LARGEST) {
                throw broken();
            }
            RunFile info = Answers.read(JSON, Files.readString(file)).orElseThrow(RunFolder::broken);
            refuseElsewhere(info);
            return Optional.of(info);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw broken();
        }
    }

    private boolean held() {
        if (!Files.exists(lock)) {
            return false;
        }
        // One look at a time: two locks of one process on one file are a mistake to Java.
        synchronized (RunFolder.class) {
            return heldByAnother();
        }
    }

    private boolean heldByAnother() {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var mine = channel.tryLock();
            if (mine == null) {
                return true;
            }
            mine.release();
            return false;
        } catch (IOException e) {
            LOG.warn("can't look at {}: {}", lock, e.getMessage());
            return false;
        }
    }

    private void refuseOpenToOthers() throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix == null) {
            return;
        }
        var attributes = posix.readAttributes();
        boolean mine = attributes.owner().equals(Files.getOwner(file.resolveSibling(".")));
        if (!mine || !OWNERS.containsAll(attributes.permissions())) {
            throw new AdminProblem(
                    "run_file_unsafe", "Others on this computer can read or change " + file + ": restart the server.");
        }
    }

    /// The token goes nowhere but to this machine, whatever the file says.
    private static void refuseElsewhere(RunFile info) {
        if (info.control() == null
                || !LOOPBACK.matcher(String.valueOf(info.control().url())).matches()) {
            throw broken();
        }
    }

    private static AdminProblem broken() {
        return new AdminProblem("run_file_broken", "The running server's note of where it is found can't be read.");
    }
}
