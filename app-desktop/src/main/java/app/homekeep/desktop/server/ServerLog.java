// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// What the server prints: `logs/server.out` in the data folder. A file and no pipe, so that the server can go on
/// printing when the panel is gone. Thread-safe.
final class ServerLog {
    static final long LARGEST = 1024 * 1024;

    private static final int TAIL_BYTES = 16 * 1024;
    private static final int TAIL_LINES = 20;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path folder;
    private final Path file;

    ServerLog(Path data) {
        folder = data.toAbsolutePath().resolve("logs");
        file = folder.resolve("server.out");
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return file;
    }

    /// Makes the file ready for a new start: there, private, and not too large.
    ///
    /// @return where the new start's part begins
    long prepare() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            close(folder, "rwx------");
        }
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            Files.move(file, file.resolveSibling("server.out.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(file)) {
            Files.createFile(file);
            close(file, "rw-------");
        }
        return Files.size(file);
    }

    /// The last lines from there on; none when they can't be read.
    List<String> tail(long from) {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(from, bytes.length() - TAIL_BYTES);
            bytes.seek(Math.min(start, bytes.length()));
            byte[] part = new byte[(int) (bytes.length() - bytes.getFilePointer())];
            bytes.readFully(part);
            List<String> lines =
                    new String(part, StandardCharsets.UTF_8).lines().toList();
            return List.copyOf(lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void close(Path path, String mode) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }
}
