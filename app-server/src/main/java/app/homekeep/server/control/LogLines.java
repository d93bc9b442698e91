// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.control;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The end of the server's own log file.
///
/// @param file may not exist yet
public record LogLines(Path file) {
    private static final int LONGEST = 256 * 1024;

    /// The last lines, the oldest first; as many as fit into 256 KiB.
    public List<String> tail(int count) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var reader = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, reader.length() - LONGEST);
            byte[] bytes = new byte[(int) (reader.length() - from)];
            reader.seek(from);
            reader.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            // The first one was cut somewhere in its middle.
            List<String> whole = from == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
            return List.copyOf(whole.subList(Math.max(0, whole.size() - count), whole.size()));
        }
    }
}
