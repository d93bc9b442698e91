// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.space.Space;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The SQL of personal spaces; that of shared ones is [SharedSpaceStore]'s. Thread-safe.
final class SpaceStore {
    private static final RowMapper<SpaceRow> ROW = (row, context) -> new SpaceRow(
            row.getString("id"),
            Space.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getString("name"),
            row.getString("owner_id"),
            row.getString("folder"),
            row.getBoolean("made"));

    void insert(Handle handle, SpaceRow space, Instant now) {
        handle.createUpdate("""
                        INSERT INTO spaces (id, kind, name, owner_id, folder, folder_key, made, created_at)
                        VALUES (:id, :kind, :name, :owner, :folder, :key, :made, :now)
                        """)
                .bind("id", space.id())
                .bind("kind", space.kind().wire())
                .bind("name", space.name())
                .bind("owner", space.ownerId())
                .bind("folder", space.folder())
                .bind("key", key(space.folder()))
                .bind("made", space.made() ? 1 : 0)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    Optional<SpaceRow> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM spaces WHERE id = :id AND kind = 'personal'")
                .bind("id", id)
                .map(ROW)
                .findOne();
    }

    List<SpaceRow> of(Handle handle, String ownerId) {
        return handle.createQuery(
                        "SELECT * FROM spaces WHERE owner_id = :owner AND kind = 'personal' ORDER BY name, id")
                .bind("owner", ownerId)
                .map(ROW)
                .list();
    }

    List<SpaceRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM spaces WHERE kind = 'personal' ORDER BY id")
                .map(ROW)
                .list();
    }

    /// Personal spaces in the order of their ids, those behind the cursor, each with its account's name.
    List<Owned> page(Handle handle, Optional<String> after, int limit) {
        return handle.createQuery("""
                        SELECT s.*, a.username FROM spaces s JOIN accounts a ON a.id = s.owner_id
                        WHERE s.kind = 'personal' AND s.id > :after ORDER BY s.id LIMIT :limit
                        """)
                .bind("after", after.orElse(""))
                .bind("limit", limit)
                .map((row, context) -> new Owned(ROW.map(row, context), row.getString("username")))
                .list();
    }

    /// A personal space with its account's name.
    record Owned(SpaceRow space, String username) {}

    /// Forgets a space and what is known of its files.
    void delete(Handle handle, String id) {
        handle.createUpdate("DELETE FROM files WHERE space_id = :id")
                .bind("id", id)
                .execute();
        handle.createUpdate("DELETE FROM spaces WHERE id = :id").bind("id", id).execute();
    }

    /// Whether a folder is a space's, or was one and is still to be dealt with.
    boolean taken(Handle handle, String folder) {
        return handle.createQuery("""
                        SELECT (SELECT count(*) FROM spaces WHERE folder_key = :key)
                             + (SELECT count(*) FROM departures WHERE folder_key = :key)
                        """)
                        .bind("key", key(folder))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    void made(Handle handle, String id) {
        handle.createUpdate("UPDATE spaces SET made = 1 WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    static String key(String folder) {
        return folder.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
