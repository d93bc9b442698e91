// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import app.homekeep.server.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// A copy of the database as it was before an upgrade, beside it: `<file>.before-upgrade-<version>`. Whole or not there
/// at all; it stays until the next upgrade has made its own.
final class UpgradeBackup {
    private static final String SUFFIX = ".before-upgrade-";

    private final SqliteFile file;

    UpgradeBackup(SqliteFile file) {
        this.file = file;
    }

    /// @param version of the tables that are copied
    void make(Connection connection, int version) throws SQLException, IOException {
        Path unfinished = file.sibling(SUFFIX + "unfinished");
        Files.deleteIfExists(unfinished);
        PrivateFiles.open(unfinished).close();
        try (var copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, unfinished.toString());
            copy.execute();
        }
        var made = new SqliteFile(unfinished);
        made.recognise();
        try (var reader = made.openReader()) {
            IntegrityCheck.quick(reader, unfinished);
        }
        Path named = file.sibling(SUFFIX + version);
        PrivateFiles.move(unfinished, named);
        removeOlder(named);
    }

    private void removeOlder(Path newest) throws IOException {
        String prefix = file.path().getFileName() + SUFFIX;
        try (var beside = Files.list(file.sibling("").resolveSibling("."))) {
            for (Path path : beside.toList()) {
                if (path.getFileName().toString().startsWith(prefix)
                        && !path.getFileName().equals(newest.getFileName())) {
                    Files.delete(path);
                }
            }
        }
    }
}
