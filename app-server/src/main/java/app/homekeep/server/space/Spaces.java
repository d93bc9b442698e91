// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.space.Space;
import app.homekeep.model.space.SpaceRights;
import app.homekeep.server.access.Caller;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folders that are served, and who may use them. Thread-safe.
///
/// A personal space is the folder `<files>/<username>`. It is made when it is first used. Once it was made,
/// a missing folder means a missing disk: that is a problem with its own code, never an empty list and
/// never a new empty folder. A shared space is a folder anywhere on the owner's disk, for its members: see
/// [SharedSpaces].
public final class Spaces {
    private static final Logger LOG = LoggerFactory.getLogger(Spaces.class);

    private final SpaceStore store = new SpaceStore();
    private final SharedSpaceStore members = new SharedSpaceStore();
    private final Map<String, SpaceRow> known = new ConcurrentHashMap<>();
    private final Map<String, ReadWriteLock> gates = new ConcurrentHashMap<>();
    private final Database database;
    private final Ids ids;
    private final Clock clock;
    private final Path files;
    private final SharedSpaces shared;
    private final Supplier<Optional<String>> ownerId;
    private final OpenFolder.Opener opener;

    /// @param files   the files folder, which exists
    /// @param ownerId the owner's account: whose spaces the control door serves
    public Spaces(
            Database database,
            Ids ids,
            Clock clock,
            Path files,
            SharedSpaces shared,
            Supplier<Optional<String>> ownerId) {
        this(database, ids, clock, files, shared, ownerId, OpenFolder::at);
    }

    Spaces(
            Database database,
            Ids ids,
            Clock clock,
            Path files,
            SharedSpaces shared,
            Supplier<Optional<String>> ownerId,
            OpenFolder.Opener opener) {
        this.shared = shared;
        this.opener = opener;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.files = files;
        this.ownerId = ownerId;
    }

    /// Makes a new account's own space, in the transaction that makes the account.
    ///
    /// The folder's name is the username where that is free: folders that lie there already and hold
    /// something are somebody else's, or a former user's of the same name, and are never handed on.
    public Space createPersonal(Transaction tx, String userId, String username) {
        var row = new SpaceRow(ids.next(), Space.Kind.PERSONAL, username, userId, freeFolder(tx, username), false);
        store.insert(tx.handle(), row, clock.instant());
        return new Space(row.id(), row.name(), row.kind(), SpaceRights.ALL);
    }

    /// The spaces somebody may use, the personal one first, then the shared ones by name.
    public List<Space> of(Caller caller) {
        Optional<String> account = account(caller);
        if (account.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Space>();
        for (SpaceRow row : database.read(handle -> store.of(handle, account.get()))) {
            all.add(new Space(row.id(), row.name(), row.kind(), allowed(caller, SpaceRights.ALL)));
        }
        for (SharedSpace space : shared.of(account.get())) {
            Set<Permission> rights = space.rights(account.get()).orElse(Set.of());
            all.add(new Space(space.id(), space.name(), Space.Kind.SHARED, allowed(caller, rights)));
        }
        return List.copyOf(all);
    }

    /// Whether somebody hears of what changes in a space. From memory alone, so that it may be asked for
    /// each event and each listener: what has changed was opened before.
    public boolean mayHearOf(String userId, String spaceId) {
        SpaceRow row = known.get(spaceId);
        return row != null
                ? row.ownerId().equals(userId)
                : shared.find(spaceId).flatMap(space -> space.rights(userId)).isPresent();
    }

    /// Opens a space for somebody who wants to do that in it; the caller closes it.
    ///
    /// @throws Refused 404 when there is none, and the very same when it is none of theirs; 403 when they may
    ///     not do that there; 503 `space_unavailable` when its folder is gone
    public OpenSpace open(String spaceId, Caller caller, Permission permission) {
        demand(spaceId, caller, permission);
        return shared.find(spaceId)
                .map(this::open)
                .orElseGet(() -> open(row(spaceId).orElseThrow(Refused::notFound)));
    }

    /// Makes sure that somebody may do that in a space.
    ///
    /// @throws Refused 404 or 403, as [#open] does
    public void demand(String spaceId, Caller caller, Permission permission) {
        String account = account(caller).orElseThrow(Refused::notFound);
        Optional<SharedSpace> common = shared.find(spaceId);
        check(
                caller,
                common.isPresent()
                        ? common.get().rights(account)
                        : row(spaceId)
                                .filter(space -> space.ownerId().equals(account))
                                .map(_ -> SpaceRights.ALL),
                permission);
    }

    /// The same as this transaction has it: between opening a space and keeping what was brought into it,
    /// its members may be others, and the space itself be gone.
    ///
    /// @throws Refused 404 or 403, as [#open] does
    public void demand(Transaction tx, String spaceId, Caller caller, Permission permission) {
        String account = account(caller).orElseThrow(Refused::notFound);
        Optional<Set<Permission>> rights = store.find(tx.handle(), spaceId)
                .filter(space -> space.ownerId().equals(account))
                .map(_ -> SpaceRights.ALL)
                .or(() -> members.rights(tx.handle(), spaceId, account));
        check(caller, rights, permission);
    }

    /// Whether it is one that several people use.
    public boolean isShared(String spaceId) {
        return shared.find(spaceId).isPresent();
    }

    /// Forgets the personal space of an account that is deleted in this transaction; its folder stays where
    /// it is.
    Optional<SpaceRow> forget(Transaction tx, String userId) {
        Optional<SpaceRow> personal = store.of(tx.handle(), userId).stream().findFirst();
        personal.ifPresent(space -> {
            store.delete(tx.handle(), space.id());
            tx.afterCommit(() -> known.remove(space.id()));
        });
        return personal;
    }

    /// The owner's personal space; the caller closes it.
    ///
    /// @throws Refused 503 when its folder is gone
    OpenSpace openOwners() {
        String owner = ownerId.get().orElseThrow(Refused::notFound);
        return open(database.read(handle -> store.of(handle, owner)).stream()
                .findFirst()
                .orElseThrow(Refused::notFound));
    }

    /// Held for writing by whoever changes names in a space.
    ReadWriteLock gate(String spaceId) {
        return gates.computeIfAbsent(spaceId, id -> new ReentrantReadWriteLock());
    }

    /// Every space whose folder is there, one after the other, for the work at start. A shared space's
    /// folder that has lost its mark gets it again.
    public void each(SpaceWork work) throws IOException {
        for (SpaceRow row : database.read(store::all)) {
            if (row.made() && Files.isDirectory(files.resolve(row.folder()))) {
                try (OpenSpace space = open(row)) {
                    work.in(space);
                }
            }
        }
        for (SharedSpace each : shared.all()) {
            if (available(each)) {
                try (OpenSpace space = open(each)) {
                    RootMark.keep(each, opener);
                    work.in(space);
                } catch (IOException | RuntimeException e) {
                    // A disk that can only be read, or was just pulled out, must not hold the others up.
                    LOG.warn(
                            "The shared space in {} could not be looked after; the next start tries again",
                            each.folder(),
                            e);
                }
            }
        }
    }

    /// Whether the folder of a shared space is there, and the one that was added.
    boolean available(SharedSpace space) {
        try (OpenFolder _ = RootMark.open(opener, space)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether the folder of a personal space is there, or can be made when it is first used.
    boolean available(SpaceRow row) {
        return Files.isDirectory(row.made() ? files.resolve(row.folder()) : files);
    }

    /// Where a personal space lies.
    Path folder(SpaceRow row) {
        return files.resolve(row.folder());
    }

    /// What is done in each space.
    @FunctionalInterface
    public interface SpaceWork {
        void in(OpenSpace space) throws IOException;
    }

    private OpenSpace open(SpaceRow row) {
        Path path = files.resolve(row.folder());
        try {
            if (!row.made() && Files.isDirectory(files)) {
                make(row, path);
            }
            return new OpenSpace(row.id(), path, opener, gate(row.id()));
        } catch (IOException e) {
            throw unavailable();
        }
    }

    private OpenSpace open(SharedSpace space) {
        try {
            return new OpenSpace(space.id(), space.folder(), path -> RootMark.open(opener, space), gate(space.id()));
        } catch (IOException e) {
            throw unavailable();
        }
    }

    private static Refused unavailable() {
        return new Refused(
                ProblemCode.SPACE_UNAVAILABLE,
                "The folder of this space can't be opened. Is the disk it lies on plugged in?");
    }

    private void make(SpaceRow row, Path path) throws IOException {
        Files.createDirectories(path);
        OpenSpace.ownOnly(path);
        database.write(tx -> {
            store.made(tx.handle(), row.id());
            tx.afterCommit(() -> known.remove(row.id()));
            return row.id();
        });
    }

    private Optional<SpaceRow> row(String id) {
        SpaceRow remembered = known.get(id);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<SpaceRow> found = database.read(handle -> store.find(handle, id));
        found.filter(SpaceRow::made).ifPresent(row -> known.put(id, row));
        return found;
    }

    /// The account somebody acts as; empty for nobody.
    public Optional<String> account(Caller caller) {
        return switch (caller) {
            case Caller.Anonymous nobody -> Optional.empty();
            case Caller.Person user -> Optional.of(user.userId());
            case Caller.AtTheMachine owner -> ownerId.get();
        };
    }

    /// @param rights empty for a space that is none of theirs
    private static void check(Caller caller, Optional<Set<Permission>> rights, Permission permission) {
        if (!rights.orElseThrow(Refused::notFound).contains(permission) || !caller.may(permission)) {
            throw new Refused(ProblemCode.FORBIDDEN, "You may not do that here.");
        }
    }

    private static Set<Permission> allowed(Caller caller, Set<Permission> rights) {
        return rights.stream().filter(caller::may).collect(Collectors.toUnmodifiableSet());
    }

    private String freeFolder(Transaction tx, String username) {
        String base = FolderName.of(username);
        for (int i = 1; ; i++) {
            String name = i == 1 ? base : base + "-" + i;
            if (!store.taken(tx.handle(), name) && unused(files.resolve(name))) {
                return name;
            }
        }
    }

    private static boolean unused(Path folder) {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var inside = Files.newDirectoryStream(folder)) {
            return !inside.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}
