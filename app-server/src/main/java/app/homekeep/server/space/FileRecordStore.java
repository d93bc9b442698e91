// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.space.Entry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The SQL of what is kept of files. Thread-safe.
final class FileRecordStore {
    private static final RowMapper<FileRecord> ROW = (row, context) -> new FileRecord(
            row.getString("id"),
            row.getString("name"),
            Entry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getLong("size"),
            row.getLong("modified_at"),
            row.getString("type"),
            Optional.ofNullable(row.getString("uploaded_by")),
            Optional.ofNullable(row.getString("upload_id")));

    Map<String, FileRecord> find(Handle handle, String spaceId, String folder, Collection<String> names) {
        var found = new HashMap<String, FileRecord>();
        if (names.isEmpty()) {
            return found;
        }
        handle.createQuery("SELECT * FROM files WHERE space_id = :space AND folder = :folder AND name IN (<names>)")
                .bind("space", spaceId)
                .bind("folder", folder)
                .bindList("names", List.copyOf(names))
                .map(ROW)
                .forEach(row -> found.put(row.name(), row));
        return found;
    }

    Optional<FileRecord> find(Handle handle, String spaceId, String folder, String name) {
        return Optional.ofNullable(find(handle, spaceId, folder, List.of(name)).get(name));
    }

    /// Writes a row, or what has changed of it: the id stays.
    void put(Handle handle, String spaceId, String folder, FileRecord row, Instant now) {
        handle.createUpdate("""
                        INSERT INTO files (id, space_id, folder, name, kind, size, modified_at, type,
                                           uploaded_by, upload_id, created_at)
                        VALUES (:id, :space, :folder, :name, :kind, :size, :modified, :type, :by, :upload, :now)
                        ON CONFLICT (space_id, folder, name) DO UPDATE
                        SET kind = excluded.kind, size = excluded.size, modified_at = excluded.modified_at,
                            type = excluded.type, uploaded_by = excluded.uploaded_by, upload_id = excluded.upload_id
                        """)
                .bind("id", row.id())
                .bind("space", spaceId)
                .bind("folder", folder)
                .bind("name", row.name())
                .bind("kind", row.kind().wire())
                .bind("size", row.size())
                .bind("modified", row.modifiedNanos())
                .bind("type", row.type())
                .bind("by", row.uploadedBy().orElse(null))
                .bind("upload", row.uploadId().orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    int count(Handle handle, String spaceId, String folder) {
        return handle.createQuery("SELECT count(*) FROM files WHERE space_id = :space AND folder = :folder")
                .bind("space", spaceId)
                .bind("folder", folder)
                .mapTo(Integer.class)
                .one();
    }

    List<String> names(Handle handle, String spaceId, String folder) {
        return handle.createQuery("SELECT name FROM files WHERE space_id = :space AND folder = :folder")
                .bind("space", spaceId)
                .bind("folder", folder)
                .mapTo(String.class)
                .list();
    }

    /// Drops the rows of what is gone, with all that lay in it.
    void drop(Handle handle, String spaceId, String folder, Collection<String> names) {
        var row =
                handle.prepareBatch("DELETE FROM files WHERE space_id = :space AND folder = :folder AND name = :name");
        var inside = handle.prepareBatch("""
                        DELETE FROM files WHERE space_id = :space
                        AND (folder = :path OR (folder >= :from AND folder < :to))
                        """);
        for (String name : names) {
            String path = (folder.equals("/") ? "" : folder) + "/" + name;
            row.bind("space", spaceId).bind("folder", folder).bind("name", name).add();
            // '0' is the character behind '/': every path that begins with path + '/'.
            inside.bind("space", spaceId)
                    .bind("path", path)
                    .bind("from", path + "/")
                    .bind("to", path + "0")
                    .add();
        }
        row.execute();
        inside.execute();
    }

    boolean knows(Handle handle, String uploadId) {
        return handle.createQuery("SELECT count(*) FROM files WHERE upload_id = :upload")
                        .bind("upload", uploadId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
