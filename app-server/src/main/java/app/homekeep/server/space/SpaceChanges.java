// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Invalid;
import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.NewSpace;
import app.homekeep.model.space.SpaceChange;
import app.homekeep.model.space.SpaceMember;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adds, changes and takes off shared spaces and their members. What somebody may do there changes with
/// their next request; what they have open is cut where they may do less. The files themselves are never
/// touched. Thread-safe.
public final class SpaceChanges {
    private static final Logger LOG = LoggerFactory.getLogger(SpaceChanges.class);

    private final SharedSpaceStore store = new SharedSpaceStore();
    private final SpaceStore spaces = new SpaceStore();
    private final Database database;
    private final SharedSpaces shared;
    private final ManagedSpaces managed;
    private final FolderRules rules;
    private final Function<String, Optional<String>> accountOf;
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
        this.rules = new FolderRules(data, files);
        this.accountOf = accountOf;
        this.users = users;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes a space of a folder that is there.
    ///
    /// @param entry who does it
    /// @throws Invalid when the folder can't be one, or a member is no account or named twice
    /// @throws Refused 409 when the name is taken
    ManagedSpace create(NewSpace request, AuditEntry entry) {
        Map<String, Set<Permission>> members =
                members(Optional.ofNullable(request.members()).orElse(List.of()));
        String name = name(request.name());
        Path folder = rules.check(request.folder(), folders(shared.all()));
        String id = ids.next();
        Optional<String> key = mark(folder, id);
        var space = new SharedSpace(id, name, folder, key, members);
        try {
            database.write(tx -> insert(tx, space, entry));
        } catch (RuntimeException e) {
            unmark(space);
            throw e;
        }
        return managed.of(space);
    }

    /// @param entry who does it
    /// @throws Invalid when a member is no account or named twice
    /// @throws Refused 404; 409 when the name is taken
    ManagedSpace change(String id, SpaceChange change, AuditEntry entry) {
        Optional<Map<String, Set<Permission>>> members =
                Optional.ofNullable(change.members()).map(this::members);
        SharedSpace changed = database.write(tx -> {
            SharedSpace before = shared.find(tx, id).orElseThrow(Refused::notFound);
            var after = new SharedSpace(
                    id,
                    Optional.ofNullable(change.name()).map(SpaceChanges::name).orElse(before.name()),
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
    void remove(String id, AuditEntry entry) {
        SharedSpace removed = database.write(tx -> {
            SharedSpace space = shared.find(tx, id).orElseThrow(Refused::notFound);
            store.removeAll(tx.handle(), id);
            spaces.delete(tx.handle(), id);
            audit.append(tx, entry.target(space.name()).detail("the files stay in " + space.folder()));
            announce(tx, space.members().keySet());
            users.mayLess(tx, space.members().keySet());
            return space;
        });
        unmark(removed);
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
        if (others.stream()
                .anyMatch(other -> other.folder().startsWith(space.folder())
                        || space.folder().startsWith(other.folder()))) {
            throw new Invalid("folder", "This folder is another space already, lies in one, or has one in it.");
        }
        store.insert(tx.handle(), space, clock.instant());
        space.members().forEach((account, rights) -> admit(tx, space.id(), account, rights));
        audit.append(tx, entry.target(space.name()).detail("folder " + space.folder() + told(tx, space, Map.of())));
        announce(tx, space.members().keySet());
        return space;
    }

    private void update(Transaction tx, SharedSpace before, SharedSpace after, AuditEntry entry) {
        requireFree(after, shared.all(tx));
        store.rename(tx.handle(), after.id(), after.name());
        String told = told(tx, after, before.members());
        before.members().keySet().stream()
                .filter(account -> after.rights(account).isEmpty())
                .forEach(account -> store.remove(tx.handle(), after.id(), account));
        after.members().forEach((account, rights) -> admit(tx, after.id(), account, rights));
        String renamed = after.name().equals(before.name()) ? "" : "name " + before.name() + " → " + after.name();
        audit.append(tx, entry.target(after.name()).detail((renamed + told).replaceFirst("^, ", "")));
        var concerned = new HashSet<>(before.members().keySet());
        concerned.addAll(after.members().keySet());
        announce(tx, concerned);
        users.mayLess(tx, lessened(before, after));
    }

    private void admit(Transaction tx, String spaceId, String account, Set<Permission> rights) {
        if (!store.put(tx.handle(), spaceId, account, rights)) {
            throw new Invalid("members", "One of these accounts was just deleted.");
        }
    }

    private static Set<String> lessened(SharedSpace before, SharedSpace after) {
        var lessened = new HashSet<String>();
        before.members().forEach((account, rights) -> {
            if (!after.rights(account).orElse(Set.of()).containsAll(rights)) {
                lessened.add(account);
            }
        });
        return lessened;
    }

    /// What is different about the members, each with a comma before it.
    private String told(Transaction tx, SharedSpace space, Map<String, Set<Permission>> before) {
        var facts = new StringBuilder();
        Map<String, String> names = managed.usernames(tx, space, before.keySet());
        space.members().forEach((account, rights) -> {
            if (!rights.equals(before.get(account))) {
                facts.append(", ").append(names.getOrDefault(account, account)).append(" may ");
                facts.append(SharedSpaceStore.words(rights));
            }
        });
        before.keySet().stream()
                .filter(account -> space.rights(account).isEmpty())
                .forEach(account -> facts.append(", without ").append(names.getOrDefault(account, account)));
        return facts.toString();
    }

    private static void requireFree(SharedSpace space, List<SharedSpace> others) {
        if (others.stream()
                .anyMatch(other ->
                        !other.id().equals(space.id()) && folded(other.name()).equals(folded(space.name())))) {
            throw new Refused(ProblemCode.CONFLICT, "There is a space of that name already.");
        }
    }

    private Map<String, Set<Permission>> members(List<SpaceMember> members) {
        var all = new HashMap<String, Set<Permission>>();
        for (SpaceMember member : members) {
            String account = accountOf
                    .apply(member.user())
                    .orElseThrow(() -> new Invalid("members", "There is no account " + member.user() + "."));
            if (all.put(account, member.permissions()) != null) {
                throw new Invalid("members", member.user() + " is named twice.");
            }
        }
        return all;
    }

    /// Those who are concerned, before and after, hear of it.
    private void announce(Transaction tx, Set<String> accounts) {
        Set<String> concerned = Set.copyOf(accounts);
        shared.changed(tx);
        tx.afterCommit(() -> events.publish(new EventHub.Event.SpacesChanged(concerned)));
    }

    /// @return which folder it is
    private static Optional<String> mark(Path folder, String id) {
        try (OpenFolder root = OpenFolder.at(folder)) {
            RootMark.write(folder, root, id);
            clearNotes(root);
            return RootMark.key(root);
        } catch (IOException e) {
            throw new Invalid(
                    "folder", "Homekeep may not read and write in this folder. Give your own account the right to.");
        }
    }

    /// Notes of uploads from when this folder was a space before: the files they brought stay.
    private static void clearNotes(OpenFolder root) throws IOException {
        try (OpenFolder workshop = root.folder(SpaceName.HIDDEN)) {
            var names = new ArrayList<String>();
            workshop.names().forEachRemaining(names::add);
            for (String name : names) {
                if (name.endsWith(".publish")) {
                    workshop.deleteFile(name);
                }
            }
        }
    }

    private static void unmark(SharedSpace space) {
        try (OpenFolder root = OpenFolder.at(space.folder())) {
            RootMark.remove(root, space.id());
        } catch (IOException e) {
            LOG.info("The mark of a space that was taken off could not be removed from {}", space.folder());
        }
    }

    private static List<Path> folders(Iterable<SharedSpace> spaces) {
        var folders = new ArrayList<Path>();
        spaces.forEach(space -> folders.add(space.folder()));
        return folders;
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
