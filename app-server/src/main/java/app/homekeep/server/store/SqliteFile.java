// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import app.homekeep.server.process.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// The database file itself: made whole or not at all, recognised before anything is done with it, and opened with the
/// settings that the server relies on. Opening never creates a file and never overwrites one.
final class SqliteFile {
    /// "HKEP", in the file's header.
    static final int APPLICATION_ID = 0x484B4550;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int APPLICATION_ID_OFFSET = 68;

    private final Path path;

    SqliteFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    /// Makes an empty database where there is none. A half-made one is never seen: it gets its name when it is whole.
    void createIfMissing() {
        if (Files.exists(path)) {
            return;
        }
        if (Files.exists(sibling("-wal"))) {
            throw new DatabaseDamaged("The database " + path
                    + " is missing, but its log is still there. Put the file back, or restore a backup.");
        }
        try {
            Path made = Files.createDirectories(folderOf(path)).resolve(path.getFileName() + ".new");
            Files.deleteIfExists(made);
            PrivateFiles.open(made).close();
            try (Connection connection = connect(made);
                    var statement = connection.createStatement()) {
                statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            }
            PrivateFiles.move(made, path);
        } catch (IOException | SQLException e) {
            throw new DatabaseDamaged("The database " + path + " could not be made. Is the folder writable?", e);
        }
    }

    /// Refuses what isn't a database of ours, before SQLite touches it.
    void recognise() {
        var header = ByteBuffer.allocate(HEADER);
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // Read on: a channel may hand out less than asked for.
            }
        } catch (IOException e) {
            throw new DatabaseDamaged("The database " + path + " can't be read.", e);
        }
        if (header.hasRemaining()) {
            throw new DatabaseDamaged(
                    "The database " + path + " is cut short. It was left as it is; restore a backup.");
        }
        if (!Arrays.equals(MAGIC, Arrays.copyOf(header.array(), MAGIC.length))
                || header.getInt(APPLICATION_ID_OFFSET) != APPLICATION_ID) {
            throw new DatabaseDamaged("The file " + path + " is damaged or not a Homekeep database. It was left as it"
                    + " is; restore a backup.");
        }
    }

    /// The one connection that writes.
    Connection openWriter() throws SQLException {
        Connection connection = connect(path);
        try (var statement = connection.createStatement()) {
            common(statement);
            try (var result = statement.executeQuery("PRAGMA journal_mode = WAL")) {
                if (!"wal".equals(result.getString(1))) {
                    throw new SQLException("no write-ahead log on this file system");
                }
            }
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute("PRAGMA recursive_triggers = ON");
            statement.execute("PRAGMA journal_size_limit = 67108864");
            // On macOS a plain fsync leaves the drive's cache unflushed; elsewhere these do nothing.
            statement.execute("PRAGMA fullfsync = ON");
            statement.execute("PRAGMA checkpoint_fullfsync = ON");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// A connection that can't write.
    Connection openReader() throws SQLException {
        Connection connection = connect(path);
        try (var statement = connection.createStatement()) {
            common(statement);
            statement.execute("PRAGMA query_only = ON");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// Bytes of the write-ahead log.
    long logSize() throws IOException {
        Path log = sibling("-wal");
        return Files.exists(log) ? Files.size(log) : 0;
    }

    /// Bytes that the volume still has for us.
    long spaceLeft() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    Path sibling(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    private static Path folderOf(Path file) {
        return file.toAbsolutePath().resolve("..").normalize();
    }

    private static Connection connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        // As a URI, for a folder may have any name: the driver takes a plain '?' for its own.
        return config.createConnection("jdbc:sqlite:" + file.toUri());
    }

    private static void common(Statement statement) throws SQLException {
        statement.execute("PRAGMA busy_timeout = 5000");
        statement.execute("PRAGMA trusted_schema = OFF");
        statement.execute("PRAGMA cell_size_check = ON");
        statement.execute("PRAGMA temp_store = MEMORY");
        statement.execute("PRAGMA cache_size = -8000");
    }
}
