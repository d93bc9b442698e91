// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// The right to serve a data folder. One process has it; the system takes it back when that process ends, however it
/// ends. The file also names the process, for whoever finds it locked.
public final class DataLock implements AutoCloseable {
    /// A byte far behind the text: Windows lets nobody read bytes that somebody else has locked.
    private static final long LOCKED_BYTE = 1L << 40;

    /// Asked before the file is opened: on POSIX systems closing any channel on a file frees every lock that the
    /// process has on it, so a second attempt from inside must not get that far.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final int ATTEMPTS = 4;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

    private final Path file;
    private final FileChannel channel;

    private DataLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the lock of a data folder.
    ///
    /// @throws StartRefused `already_running:<pid>` when another server has it; `data_folder_unusable` when nothing
    ///                      can be written there
    public static DataLock take(Path data) {
        try {
            Path file = PrivateFiles.folder(data.resolve("run")).toRealPath().resolve("lock");
            if (!HELD_HERE.add(file)) {
                throw alreadyRunning(
                        data, OptionalLong.of(ProcessHandle.current().pid()));
            }
            try {
                return locked(data, file);
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(file);
                throw e;
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "data_folder_unusable", "The data folder " + data + " can't be written to: check its rights.", e);
        }
    }

    /// The process that serves this data folder, as far as it can be known; empty when none does.
    public static OptionalLong holder(Path data) throws IOException {
        Path file = data.resolve("run").resolve("lock");
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        if (HELD_HERE.contains(file.toRealPath())) {
            return OptionalLong.of(ProcessHandle.current().pid());
        }
        try (FileChannel channel = PrivateFiles.open(file);
                FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false)) {
            return lock == null ? OptionalLong.of(pid(channel).orElse(0)) : OptionalLong.empty();
        }
    }

    private static DataLock locked(Path data, Path file) throws IOException {
        FileChannel channel = PrivateFiles.open(file);
        try {
            if (!tryLock(channel)) {
                throw alreadyRunning(data, pid(channel));
            }
            byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
            return new DataLock(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Asks a few times: somebody who only wants to know whether a server runs holds the lock for a moment.
    private static boolean tryLock(FileChannel channel) throws IOException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            if (channel.tryLock(LOCKED_BYTE, 1, false) != null) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
        return channel.tryLock(LOCKED_BYTE, 1, false) != null;
    }

    private static OptionalLong pid(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static StartRefused alreadyRunning(Path data, OptionalLong pid) {
        String who = pid.isPresent() ? "process " + pid.getAsLong() : "another process";
        return new StartRefused(
                "already_running:" + (pid.isPresent() ? pid.getAsLong() : "unknown"),
                "Homekeep already runs on " + data + " (" + who + "): stop that one first.");
    }

    /// Lets another server have the folder. The file stays: deleting it would let two processes lock two files of one
    /// name.
    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
