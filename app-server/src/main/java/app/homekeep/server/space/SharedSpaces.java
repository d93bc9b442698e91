// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Permission;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The shared spaces and their members as they are now. All of them are in memory, so that each request and
/// each event finds out without the database who may do what; a change takes their place once it is
/// durable. Thread-safe; looking takes no lock.
public final class SharedSpaces {
    private static final Comparator<SharedSpace> BY_NAME = Comparator.comparing(
                    SharedSpace::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(SharedSpace::id);

    private final SharedSpaceStore store = new SharedSpaceStore();
    private volatile Map<String, SharedSpace> spaces;

    private SharedSpaces(List<SharedSpace> all) {
        spaces = byId(all);
    }

    public static SharedSpaces open(Database database) {
        return new SharedSpaces(database.read(new SharedSpaceStore()::all));
    }

    /// Makes an account a member, in the transaction that lets it in, or changes what it may do.
    ///
    /// @return the space's name; empty when there is no such space any more
    public Optional<String> admit(Transaction tx, String spaceId, String accountId, Set<Permission> permissions) {
        Optional<SharedSpace> space =
                find(tx, spaceId).filter(found -> store.put(tx.handle(), found.id(), accountId, permissions));
        space.ifPresent(_ -> changed(tx));
        return space.map(SharedSpace::name);
    }

    /// The name of a shared space as it is in this transaction.
    public Optional<String> name(Transaction tx, String spaceId) {
        return find(tx, spaceId).map(SharedSpace::name);
    }

    /// The name of a shared space.
    public Optional<String> name(String spaceId) {
        return find(spaceId).map(SharedSpace::name);
    }

    /// The names of those that an account is a member of.
    public List<String> names(String accountId) {
        return of(accountId).stream().map(SharedSpace::name).toList();
    }

    Optional<SharedSpace> find(String id) {
        return Optional.ofNullable(spaces.get(id));
    }

    Optional<SharedSpace> find(Transaction tx, String id) {
        return all(tx).stream().filter(space -> space.id().equals(id)).findFirst();
    }

    Collection<SharedSpace> all() {
        return spaces.values();
    }

    List<SharedSpace> all(Transaction tx) {
        return store.all(tx.handle());
    }

    /// Those that an account is a member of, by name.
    List<SharedSpace> of(String accountId) {
        return spaces.values().stream()
                .filter(space -> space.rights(accountId).isPresent())
                .sorted(BY_NAME)
                .toList();
    }

    /// Any of them may be another one once this is durable.
    void changed(Transaction tx) {
        Map<String, SharedSpace> now = byId(store.all(tx.handle()));
        tx.afterCommit(() -> spaces = now);
    }

    private static Map<String, SharedSpace> byId(List<SharedSpace> all) {
        var map = new LinkedHashMap<String, SharedSpace>();
        all.forEach(space -> map.put(space.id(), space));
        return Map.copyOf(map);
    }
}
