// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the server says in the data folder's `logs`: `server.out`, which it prints to, and `homekeep.log`, which it
/// writes itself. Printing goes to a file and no pipe, so that the server can go on printing when the panel is gone.
/// Thread-safe.
final class ServerLog {
    static final long LARGEST = 1024 * 1024;

    private static final int TAIL_BYTES = 16 * 1024;
    private static final int TAIL_LINES = 20;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] PRIVATE = POSIX
            ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];

    private final Path folder;
    private final Path printed;
    private final Path written;

    ServerLog(Path data) {
        folder = data.toAbsolutePath().resolve("logs");
        printed = folder.resolve("server.out");
        written = folder.resolve("homekeep.log");
    }

    Path folder() {
        return folder;
    }

    /// Where the server is to print.
    Path printed() {
        return printed;
    }

    /// Where in both files a start's own part begins.
    record Mark(long printed, long written) {
        /// All there is.
        static final Mark BEGINNING = new Mark(0, 0);
    }

    /// Makes the file to print to ready for a new start: there, private, and not too large.
    Mark prepare() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (POSIX) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        if (Files.exists(printed) && Files.size(printed) > LARGEST) {
            Files.move(printed, printed.resolveSibling("server.out.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        // Another panel may make it at the same moment.
        FileChannel.open(printed, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PRIVATE)
                .close();
        return new Mark(Files.size(printed), Files.exists(written) ? Files.size(written) : 0);
    }

    /// What was printed from there on, its end at least.
    List<String> printedSince(Mark mark) {
        return lines(printed, mark.printed());
    }

    /// The last lines from there on; none when they can't be read. Warnings stand in both files, and here once.
    List<String> tail(Mark mark) {
        var lines = new ArrayList<String>(lines(written, mark.written()));
        printedSince(mark).stream().filter(line -> !lines.contains(line)).forEach(lines::add);
        return List.copyOf(lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    private static List<String> lines(Path file, long from) {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            // A log that has been rolled over since is shorter than its mark.
            long begin = from > bytes.length() ? 0 : from;
            bytes.seek(Math.max(begin, bytes.length() - TAIL_BYTES));
            byte[] part = new byte[(int) (bytes.length() - bytes.getFilePointer())];
            bytes.readFully(part);
            return new String(part, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
