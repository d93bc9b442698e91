// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Invalid;
import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.NewSpace;
import app.homekeep.model.space.SpaceChange;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Adds, changes and takes off shared spaces and their members. What somebody may do there changes with
/// their next request; what they have open is cut where they may do less. The files themselves are never
/// touched. Thread-safe.
public final class SpaceChanges {
    private final SharedSpaceStore store = new SharedSpaceStore();
    private final SpaceStore spaces = new SpaceStore();
    private final Database database;
    private final SharedSpaces shared;
    private final ManagedSpaces managed;
    private final SharedFolders folders;
    private final Memberships memberships;
    private final SpaceUsers users;
    private final AuditLog audit;
    private final EventHub events;
    private final Ids ids;
    private final Clock clock;

    /// @param data      the data folder
    /// @param files     the files folder
    /// @param accountOf the id of the account of a username
    public SpaceChanges(
            Database database,
            SharedSpaces shared,
            ManagedSpaces managed,
            Path data,
            Path files,
            Function<String, Optional<String>> accountOf,
            SpaceUsers users,
            AuditLog audit,
            EventHub events,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.shared = shared;
        this.managed = managed;
        this.folders = new SharedFolders(new FolderRules(data, files));
        this.memberships = new Memberships(accountOf);
        this.users = users;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes a space of a folder that is there. One at a time: the folder is marked before the space is written down,
    /// and two would wipe each other's mark.
    ///
    /// @param entry who does it
    /// @throws Invalid when the folder can't be one, or a member is no account or named twice
    /// @throws Refused 409 when the name is taken
    synchronized ManagedSpace create(NewSpace request, AuditEntry entry) {
        String name = name(request.name());
        Map<String, Set<Permission>> members =
                memberships.byAccount(Optional.ofNullable(request.members()).orElse(List.of()));
        String id = ids.next();
        SharedFolders.Claimed claimed = folders.claim(request.folder(), shared.all(), id);
        var space = new SharedSpace(id, name, claimed.path(), claimed.key(), members);
        try {
            database.write(tx -> insert(tx, space, entry));
        } catch (RuntimeException e) {
            folders.release(space.folder(), id);
            throw e;
        }
        return managed.of(space);
    }

    /// @param entry who does it
    /// @throws Invalid when a member is no account or named twice
    /// @throws Refused 404; 409 when the name is taken, or the members are others than was thought
    ManagedSpace change(String id, SpaceChange change, AuditEntry entry) {
        Optional<String> name = Optional.ofNullable(change.name()).map(SpaceChanges::name);
        Optional<Map<String, Set<Permission>>> members =
                Optional.ofNullable(change.members()).map(memberships::byAccount);
        Optional<Map<String, Set<Permission>>> was =
                Optional.ofNullable(change.was()).map(memberships::byAccount);
        SharedSpace changed = database.write(tx -> {
            SharedSpace before = shared.find(tx, id).orElseThrow(Refused::notFound);
            if (was.filter(known -> !known.equals(before.members())).isPresent()) {
                throw new Refused(
                        ProblemCode.CONFLICT, "Its members are others by now. Look at them, and change them again.");
            }
            var after = new SharedSpace(
                    id,
                    name.orElse(before.name()),
                    before.folder(),
                    before.rootKey(),
                    members.orElse(before.members()));
            if (!after.equals(before)) {
                update(tx, before, after, entry);
            }
            return after;
        });
        return managed.of(changed);
    }

    /// Takes a space off. Its folder and everything in it stay as they are.
    ///
    /// @param entry who does it
    /// @throws Refused 404
    synchronized void remove(String id, AuditEntry entry) {
        SharedSpace removed = database.write(tx -> {
            SharedSpace space = shared.find(tx, id).orElseThrow(Refused::notFound);
            store.removeAll(tx.handle(), id);
            spaces.delete(tx.handle(), id);
            audit.append(tx, entry.target(space.name()).detail("the files stay in the folder " + last(space)));
            announce(tx, space.members().keySet());
            users.mayLess(tx, space.members().keySet());
            return space;
        });
        folders.release(removed.folder(), id);
    }

    /// Ends every membership of an account that is deleted in this transaction.
    public void forget(Transaction tx, String accountId) {
        if (store.removeEverywhere(tx.handle(), accountId) > 0) {
            announce(tx, Set.of(accountId));
        }
    }

    private SharedSpace insert(Transaction tx, SharedSpace space, AuditEntry entry) {
        List<SharedSpace> others = shared.all(tx);
        requireFree(space, others);
        // Somebody may have added the same folder in the same moment.
        if (SharedFolders.overlap(space.folder(), others)) {
            throw FolderRules.taken();
        }
        store.insert(tx.handle(), space, clock.instant());
        memberships.write(tx, Map.of(), space);
        audit.append(
                tx, entry.target(space.name()).detail("folder " + last(space) + memberships.told(tx, Map.of(), space)));
        announce(tx, space.members().keySet());
        return space;
    }

    private void update(Transaction tx, SharedSpace before, SharedSpace after, AuditEntry entry) {
        requireFree(after, shared.all(tx));
        store.rename(tx.handle(), after.id(), after.name());
        String told = memberships.told(tx, before.members(), after);
        memberships.write(tx, before.members(), after);
        String renamed = after.name().equals(before.name()) ? "" : ", name " + before.name() + " → " + after.name();
        audit.append(tx, entry.target(after.name()).detail((renamed + told).substring(", ".length())));
        var concerned = new HashSet<>(before.members().keySet());
        concerned.addAll(after.members().keySet());
        announce(tx, concerned);
        users.mayLess(tx, Memberships.lessened(before, after));
    }

    /// Where exactly it lies is for the owner at the machine alone, and others read the log too.
    private static String last(SharedSpace space) {
        return ManagedSpaces.last(space.folder().toString());
    }

    private static void requireFree(SharedSpace space, List<SharedSpace> others) {
        if (others.stream()
                .anyMatch(other ->
                        !other.id().equals(space.id()) && folded(other.name()).equals(folded(space.name())))) {
            throw new Refused(ProblemCode.CONFLICT, "There is a space of that name already.");
        }
    }

    /// Those who are concerned, before and after, hear of it.
    private void announce(Transaction tx, Set<String> accounts) {
        Set<String> concerned = Set.copyOf(accounts);
        shared.changed(tx);
        tx.afterCommit(() -> events.publish(new EventHub.Event.SpacesChanged(concerned)));
    }

    private static String name(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        SpaceName.whyNot(composed).ifPresent(why -> {
            throw new Invalid("name", why);
        });
        return composed;
    }

    /// Names are compared without regard to case and look-alikes.
    private static String folded(String name) {
        return SpaceStore.key(Normalizer.normalize(name, Normalizer.Form.NFKC));
    }
}
