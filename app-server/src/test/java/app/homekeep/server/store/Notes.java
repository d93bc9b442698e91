// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// A database with one small table, for tests of the database itself.
final class Notes {
    static final Migrations MIGRATIONS = Migrations.of(List.of("test_0001_note"));

    private Notes() {}

    static Database open(Path folder) {
        return Database.open(file(folder), MIGRATIONS, Clock.systemUTC());
    }

    static Path file(Path folder) {
        return folder.resolve("notes.db");
    }

    static void add(Handle handle, String text) {
        handle.createUpdate("INSERT INTO note (text) VALUES (:text)")
                .bind("text", text)
                .execute();
    }

    static List<String> all(Database database) {
        return database.read(handle -> handle.createQuery("SELECT text FROM note ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    static int count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM note")
                .mapTo(Integer.class)
                .one();
    }
}
