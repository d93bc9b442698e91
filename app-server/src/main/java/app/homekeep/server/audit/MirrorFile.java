// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.server.process.PrivateFiles;
import app.homekeep.server.store.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The text file that mirrors the log. Where it ends is found by its last line, so nothing beside it has to be kept,
/// and somebody may move it away to begin a new one. Not thread-safe.
final class MirrorFile {
    private static final Logger LOG = LoggerFactory.getLogger(MirrorFile.class);
    private static final Pattern OURS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]{12}Z \\| [A-Z_]+ \\| ");
    private static final Pattern HALF = Pattern.compile("\\d[-\\dT:.Z]*( \\|?.*)?");
    private static final int TAIL = 64 * 1024;
    private static final int PAGE = 500;
    private static final int FARTHEST = 20_000;

    private final Path path;
    private long copied;

    private MirrorFile(Path path, long copied) {
        this.path = path;
        this.copied = copied;
    }

    /// Opens the file, made when missing, and finds out up to which row it goes.
    static MirrorFile open(Path path, Database database) throws IOException {
        Path folder = path.toAbsolutePath().resolve("..").normalize();
        if (Files.notExists(folder)) {
            PrivateFiles.folder(folder);
        }
        Optional<String> last;
        try (FileChannel channel = PrivateFiles.open(path)) {
            last = lastLine(channel, path);
        }
        long newest = database.read(AuditStore::head).seq();
        return new MirrorFile(
                path, last.map(line -> find(line, database, newest)).orElse(0L));
    }

    boolean isAt(Path other) {
        return path.equals(other) && Files.exists(path);
    }

    /// The number of the last row in it.
    long copied() {
        return copied;
    }

    void append(List<AuditRow> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        rows.forEach(row -> lines.append(AuditText.line(row)).append('\n'));
        Files.writeString(path, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        copied = rows.getLast().seq();
    }

    /// The last whole line. Half a line behind it, which a crash may leave, is cut off.
    ///
    /// @throws IOException when it is somebody else's file
    private static Optional<String> lastLine(FileChannel channel, Path path) throws IOException {
        long size = channel.size();
        if (size == 0) {
            return Optional.empty();
        }
        long from = Math.max(0, size - TAIL);
        var bytes = ByteBuffer.allocate((int) (size - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // Read on: a channel may hand out less than asked for.
        }
        String tail = new String(bytes.array(), StandardCharsets.ISO_8859_1);
        int end = tail.lastIndexOf('\n');
        int start = tail.lastIndexOf('\n', end - 1) + 1;
        boolean ours = end < 0
                ? HALF.matcher(tail).matches()
                : OURS.matcher(tail.substring(start, end)).lookingAt();
        if (!ours) {
            throw new IOException("This file holds something else than an audit log: " + path);
        }
        channel.truncate(from + end + 1);
        return end < 0
                ? Optional.empty()
                : Optional.of(new String(bytes.array(), start, end - start, StandardCharsets.UTF_8));
    }

    private static long find(String line, Database database, long newest) {
        long edge = newest + 1;
        while (edge > 1 && edge > newest - FARTHEST) {
            long before = edge;
            List<AuditRow> rows =
                    database.read(handle -> AuditStore.page(handle, AuditFilter.none(), true, before, PAGE));
            for (AuditRow row : rows) {
                if (AuditText.line(row).equals(line)) {
                    return row.seq();
                }
            }
            if (rows.isEmpty()) {
                break;
            }
            edge = rows.getLast().seq();
        }
        LOG.warn("The text copy of the audit log ends with a line that is not in the log; it goes on with new rows.");
        return newest;
    }
}
