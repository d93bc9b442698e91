// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Permission;
import app.homekeep.model.space.SpaceMember;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The SQL of shared spaces and their members. Stateless; works on the handle it is given.
final class SharedSpaceStore {
    List<SharedSpace> all(Handle handle) {
        Map<String, Map<String, Set<Permission>>> members = new HashMap<>();
        handle.createQuery("SELECT space_id, account_id, permissions FROM space_members")
                .map((row, context) -> members.computeIfAbsent(row.getString("space_id"), id -> new HashMap<>())
                        .put(row.getString("account_id"), permissions(row.getString("permissions"))))
                .list();
        return handle.createQuery("SELECT id, name, folder, root_key FROM spaces WHERE kind = 'shared' ORDER BY id")
                .map((row, context) -> new SharedSpace(
                        row.getString("id"),
                        row.getString("name"),
                        Path.of(row.getString("folder")),
                        Optional.ofNullable(row.getString("root_key")),
                        members.getOrDefault(row.getString("id"), Map.of())))
                .list();
    }

    void insert(Handle handle, SharedSpace space, Instant now) {
        handle.createUpdate("""
                        INSERT INTO spaces (id, kind, name, owner_id, folder, folder_key, made, root_key, created_at)
                        VALUES (:id, 'shared', :name, NULL, :folder, :key, 1, :root_key, :now)
                        """)
                .bind("id", space.id())
                .bind("name", space.name())
                .bind("folder", space.folder().toString())
                .bind("key", SpaceStore.key(space.folder().toString()))
                .bind("root_key", space.rootKey().orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void rename(Handle handle, String id, String name) {
        handle.createUpdate("UPDATE spaces SET name = :name WHERE id = :id")
                .bind("name", name)
                .bind("id", id)
                .execute();
    }

    /// Makes an account a member, or changes what it may do.
    ///
    /// @return false when there is no such account
    boolean put(Handle handle, String spaceId, String accountId, Set<Permission> permissions) {
        return handle.createUpdate("""
                        INSERT INTO space_members (space_id, account_id, permissions)
                        SELECT :space, id, :permissions FROM accounts WHERE id = :account
                        ON CONFLICT (space_id, account_id) DO UPDATE SET permissions = excluded.permissions
                        """)
                        .bind("space", spaceId)
                        .bind("account", accountId)
                        .bind("permissions", words(permissions))
                        .execute()
                == 1;
    }

    void remove(Handle handle, String spaceId, String accountId) {
        handle.createUpdate("DELETE FROM space_members WHERE space_id = :space AND account_id = :account")
                .bind("space", spaceId)
                .bind("account", accountId)
                .execute();
    }

    /// @return how many spaces it was a member of
    int removeEverywhere(Handle handle, String accountId) {
        return handle.createUpdate("DELETE FROM space_members WHERE account_id = :account")
                .bind("account", accountId)
                .execute();
    }

    void removeAll(Handle handle, String spaceId) {
        handle.createUpdate("DELETE FROM space_members WHERE space_id = :space")
                .bind("space", spaceId)
                .execute();
    }

    /// What an account may do in a space as it is in this transaction; empty when it is no member.
    Optional<Set<Permission>> rights(Handle handle, String spaceId, String accountId) {
        return handle.createQuery(
                        "SELECT permissions FROM space_members WHERE space_id = :space AND account_id = :account")
                .bind("space", spaceId)
                .bind("account", accountId)
                .mapTo(String.class)
                .findOne()
                .map(SharedSpaceStore::permissions);
    }

    /// The members of spaces by their usernames, in the order of these.
    Map<String, List<SpaceMember>> members(Handle handle, Collection<String> spaceIds) {
        Map<String, List<SpaceMember>> members = new LinkedHashMap<>();
        if (spaceIds.isEmpty()) {
            return members;
        }
        handle.createQuery("""
                        SELECT m.space_id, a.username, m.permissions
                        FROM space_members m JOIN accounts a ON a.id = m.account_id
                        WHERE m.space_id IN (<spaces>) ORDER BY a.folded_name
                        """)
                .bindList("spaces", List.copyOf(spaceIds))
                .map((row, context) -> members.computeIfAbsent(row.getString("space_id"), id -> new ArrayList<>())
                        .add(new SpaceMember(row.getString("username"), permissions(row.getString("permissions")))))
                .list();
        return members;
    }

    /// The usernames of accounts by their ids.
    Map<String, String> usernames(Handle handle, Collection<String> accountIds) {
        Map<String, String> names = new HashMap<>();
        if (!accountIds.isEmpty()) {
            handle.createQuery("SELECT id, username FROM accounts WHERE id IN (<ids>)")
                    .bindList("ids", List.copyOf(accountIds))
                    .map((row, context) -> names.put(row.getString("id"), row.getString("username")))
                    .list();
        }
        return names;
    }

    /// Permissions as they are kept and written down: their names on the wire, always in the same order.
    static String words(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::wire).collect(Collectors.joining(" "));
    }

    static Set<Permission> permissions(String words) {
        return Arrays.stream(words.split(" ")).map(Permission::of).collect(Collectors.toUnmodifiableSet());
    }
}
