// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.space.Space;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// The folders that are served, and who may use them. Thread-safe.
///
/// A personal space is the folder `<files>/<username>`. It is made when it is first used. Once it was made, a
/// missing folder means a missing disk: that is a problem with its own code, never an empty list and never a new
/// empty folder.
public final class Spaces {
    private static final Set<Permission> IN_A_SPACE = EnumSet.of(
            Permission.FILE_READ, Permission.FILE_UPLOAD, Permission.FILE_ORGANIZE, Permission.FILE_DELETE_OWN);

    private final SpaceStore store = new SpaceStore();
    private final Map<String, SpaceRow> known = new ConcurrentHashMap<>();
    private final Map<String, ReadWriteLock> gates = new ConcurrentHashMap<>();
    private final Database database;
    private final Ids ids;
    private final Clock clock;
    private final Path files;
    private final Supplier<Optional<String>> ownerId;
    private final OpenFolder.Opener opener;

    /// @param files   the files folder, which exists
    /// @param ownerId the owner's account: whose spaces the control door serves
    public Spaces(Database database, Ids ids, Clock clock, Path files, Supplier<Optional<String>> ownerId) {
        this(database, ids, clock, files, ownerId, OpenFolder::at);
    }

    Spaces(
            Database database,
            Ids ids,
            Clock clock,
            Path files,
            Supplier<Optional<String>> ownerId,
            OpenFolder.Opener opener) {
        this.opener = opener;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.files = files;
        this.ownerId = ownerId;
    }

    /// Makes a new account's own space, in the transaction that makes the account.
    ///
    /// The folder's name is the username where that is free: folders that lie there already and hold something
    /// are somebody else's, or a former user's of the same name, and are never handed on.
    public Space createPersonal(Transaction tx, String userId, String username) {
        var row = new SpaceRow(ids.next(), Space.Kind.PERSONAL, username, userId, freeFolder(tx, username), false);
        store.insert(tx.handle(), row, clock.instant());
        return new Space(row.id(), row.name(), row.kind(), IN_A_SPACE);
    }

    /// The spaces somebody may use, the personal one first.
    public List<Space> of(Caller caller) {
        return account(caller).map(id -> database.read(handle -> store.of(handle, id))).orElse(List.of()).stream()
                .map(row -> new Space(row.id(), row.name(), row.kind(), allowed(caller)))
                .toList();
    }

    /// Whether somebody hears of what changes in a space. From memory alone, so that it may be asked for each event and
    /// each listener: what has changed was opened before.
    public boolean mayHearOf(String userId, String spaceId) {
        SpaceRow row = known.get(spaceId);
        return row != null && row.ownerId().equals(userId);
    }

    /// Opens a space for somebody who wants to do that in it; the caller closes it.
    ///
    /// @throws Refused 404 when there is none, and the very same when it is somebody else's; 403 when it is
    ///     theirs but they may not do that; 503 `space_unavailable` when its folder is gone
    public OpenSpace open(String spaceId, Caller caller, Permission permission) {
        SpaceRow row = row(spaceId)
                .filter(space -> account(caller).filter(space.ownerId()::equals).isPresent())
                .orElseThrow(Refused::notFound);
        if (!caller.may(permission)) {
            throw new Refused(ProblemCode.FORBIDDEN, "You may not do that here.");
        }
        return open(row);
    }

    /// Forgets the personal space of an account that is deleted in this transaction; its folder stays where it is.
    Optional<SpaceRow> forget(Transaction tx, String userId) {
        Optional<SpaceRow> personal = store.of(tx.handle(), userId).stream()
                .filter(space -> space.kind() == Space.Kind.PERSONAL)
                .findFirst();
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
                .filter(space -> space.kind() == Space.Kind.PERSONAL)
                .findFirst()
                .orElseThrow(Refused::notFound));
    }

    /// Held for writing by whoever changes names in a space.
    ReadWriteLock gate(String spaceId) {
        return gates.computeIfAbsent(spaceId, id -> new ReentrantReadWriteLock());
    }

    /// Every space whose folder is there, one after the other, for the work at start.
    public void each(SpaceWork work) throws IOException {
        for (SpaceRow row : database.read(store::all)) {
            if (row.made() && Files.isDirectory(files.resolve(row.folder()))) {
                try (OpenSpace space = open(row)) {
                    work.in(space);
                }
            }
        }
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
            throw new Refused(
                    ProblemCode.SPACE_UNAVAILABLE,
                    "The folder of this space can't be opened. Is the disk it lies on plugged in?");
        }
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

    private static Set<Permission> allowed(Caller caller) {
        var allowed = EnumSet.copyOf(IN_A_SPACE);
        allowed.removeIf(permission -> !caller.may(permission));
        return allowed;
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
