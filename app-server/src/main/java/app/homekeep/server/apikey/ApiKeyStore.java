// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.apikey;

import app.homekeep.model.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The table `api_keys`. Stateless; works on the handle it is given.
final class ApiKeyStore {
    private static final String COLUMNS =
            "k.id, k.account_id, k.name, k.hash, k.permissions, k.created_at, k.expires_at, k.last_used_at,"
                    + " k.last_used_address";

    /// Sorts after every id.
    private static final String BEHIND_ALL = "~";

    private static final RowMapper<KeyRow> KEY = (row, context) -> new KeyRow(
            row.getString("id"),
            row.getString("account_id"),
            row.getString("name"),
            row.getBytes("hash"),
            permissions(row.getString("permissions")),
            Instant.ofEpochMilli(row.getLong("created_at")),
            instant(row, "expires_at"),
            lastUse(row));

    /// A key with the name of its account.
    record Named(KeyRow key, String username) {}

    void insert(Handle handle, KeyRow key) {
        handle.createUpdate("""
                        INSERT INTO api_keys (id, account_id, name, hash, permissions, created_at, expires_at)
                        VALUES (:id, :account, :name, :hash, :permissions, :created, :expires)
                        """)
                .bind("id", key.id())
                .bind("account", key.accountId())
                .bind("name", key.name())
                .bind("hash", key.hash())
                .bind(
                        "permissions",
                        key.permissions().stream()
                                .map(Permission::wire)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .bind("created", key.createdAt().toEpochMilli())
                .bind("expires", key.expiresAt().map(Instant::toEpochMilli).orElse(null))
                .execute();
    }

    Optional<KeyRow> find(Handle handle, String id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM api_keys k WHERE k.id = :id")
                .bind("id", id)
                .map(KEY)
                .findOne();
    }

    /// The newest first, those behind the cursor.
    List<Named> page(Handle handle, Optional<String> accountId, Optional<String> after, int limit) {
        String whose = accountId.isPresent() ? " AND k.account_id = :account" : "";
        return handle.createQuery("SELECT " + COLUMNS + """
                        , a.username FROM api_keys k JOIN accounts a ON a.id = k.account_id
                        WHERE k.id < :after
                        """ + whose + " ORDER BY k.id DESC LIMIT :limit")
                .bind("after", after.orElse(BEHIND_ALL))
                .bind("limit", limit)
                .bindMap(accountId.map(id -> Map.of("account", id)).orElse(Map.of()))
                .map((row, context) -> new Named(KEY.map(row, context), row.getString("username")))
                .list();
    }

    List<String> ids(Handle handle, Optional<String> accountId) {
        String whose = accountId.isPresent() ? " WHERE account_id = :account" : "";
        return handle.createQuery("SELECT id FROM api_keys" + whose)
                .bindMap(accountId.map(id -> Map.of("account", id)).orElse(Map.of()))
                .mapTo(String.class)
                .list();
    }

    /// The row count decides who revoked it.
    boolean delete(Handle handle, String id) {
        return handle.createUpdate("DELETE FROM api_keys WHERE id = :id")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    void used(Handle handle, String id, KeyRow.LastUse use) {
        handle.createUpdate("UPDATE api_keys SET last_used_at = :at, last_used_address = :address WHERE id = :id")
                .bind("id", id)
                .bind("at", use.at().toEpochMilli())
                .bind("address", use.address())
                .execute();
    }

    private static Set<Permission> permissions(String words) {
        Set<String> named = Set.of(words.split(" "));
        return Arrays.stream(Permission.values())
                .filter(permission -> named.contains(permission.wire()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<KeyRow.LastUse> lastUse(ResultSet row) throws SQLException {
        String address = row.getString("last_used_address");
        return instant(row, "last_used_at")
                .map(at -> new KeyRow.LastUse(at, Optional.ofNullable(address).orElse("-")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
