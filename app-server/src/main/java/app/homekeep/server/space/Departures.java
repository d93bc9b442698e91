// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.account.FilesFate;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What becomes of the files of accounts that are deleted. Thread-safe.
///
/// ```
/// transaction: rows of space and files go, a note stays ──▶ disk: one rename, or file by file ──▶ the note goes
///                         crash: nothing happened     crash: done again, which      crash: nothing is left
///                                                     comes out the same            to do, the note goes
/// ```
/// So the database never names a folder that isn't there, and no folder is forgotten half way. While there is a note,
/// nobody else gets the folder.
public final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final String DRAFT = ".part";
    private static final int MOST_NAMES = 10_000;

    private final Object settling = new Object();
    private final DepartureStore store = new DepartureStore();
    private final Database database;
    private final Spaces spaces;
    private final Path files;
    private final Clock clock;

    /// @param files the files folder
    public Departures(Database database, Spaces spaces, Path files, Clock clock) {
        this.database = database;
        this.spaces = spaces;
        this.files = files;
        this.clock = clock;
    }

    /// Takes somebody's space away in the transaction that deletes the account, and notes what is to be done with its
    /// folder.
    ///
    /// @return what becomes of it, for the audit log
    public String leave(Transaction tx, String userId, String username, FilesFate fate) {
        Optional<SpaceRow> space = spaces.forget(tx, userId).filter(SpaceRow::made);
        if (space.isEmpty()) {
            return "there were no files";
        }
        String folder = space.get().folder();
        if (fate != FilesFate.KEEP) {
            boolean move = fate == FilesFate.MOVE;
            store.insert(tx.handle(), new Departure(space.get().id(), folder, username, move), clock.instant());
        }
        return switch (fate) {
            case KEEP -> "the files stay in the folder " + folder;
            case MOVE -> "the files go to the owner's space";
            case REMOVE -> "the files are removed";
        };
    }

    /// Does what is noted. What can't be done now stays noted, and is tried again at the next start.
    public void settle() {
        synchronized (settling) {
            for (Departure departure : database.read(store::all)) {
                try {
                    settle(departure);
                } catch (IOException | Refused e) {
                    LOG.warn("The folder {} of a deleted account could not be dealt with yet", departure.folder(), e);
                }
            }
        }
    }

    /// A files folder that isn't there now is a disk that isn't: its folders are waited for.
    private void settle(Departure departure) throws IOException {
        if (!Files.isDirectory(files)) {
            return;
        }
        Lock gate = spaces.gate(departure.id()).writeLock();
        gate.lock();
        try (OpenFolder all = OpenFolder.at(files)) {
            if (all.facts(departure.folder()).filter(FileFacts::isFolder).isPresent()) {
                if (departure.move()) {
                    move(departure, all);
                } else {
                    FolderRemoval.remove(all, departure.folder());
                }
                all.sync();
            }
        } finally {
            gate.unlock();
        }
        done(departure);
    }

    private void move(Departure departure, OpenFolder all) throws IOException {
        clearWorkshop(all, departure.folder());
        try (OpenSpace owners = spaces.openOwners()) {
            Lock gate = owners.gate().writeLock();
            gate.lock();
            try (OpenFolder target = owners.folder(SpacePath.ROOT)) {
                all.move(departure.folder(), target, freeName(target, "From " + FolderName.of(departure.username())));
                target.sync();
            } catch (AtomicMoveNotSupportedException e) {
                LOG.warn(
                        "The folder {} lies on another disk than the owner's space; it stays there",
                        departure.folder());
            } finally {
                gate.unlock();
            }
        }
    }

    /// Drafts of uploads that were cut are nobody's. What was set aside is somebody's, and stays.
    private static void clearWorkshop(OpenFolder all, String folder) throws IOException {
        try (OpenFolder leaving = all.folder(folder)) {
            if (leaving.facts(SpaceName.HIDDEN).filter(FileFacts::isFolder).isEmpty()) {
                return;
            }
            try (OpenFolder workshop = leaving.folder(SpaceName.HIDDEN)) {
                var drafts = new ArrayList<String>();
                workshop.names().forEachRemaining(drafts::add);
                for (String draft : drafts) {
                    if (draft.endsWith(DRAFT)) {
                        workshop.deleteFile(draft);
                    }
                }
            }
            leaving.deleteFolder(SpaceName.HIDDEN);
        } catch (DirectoryNotEmptyException e) {
            LOG.info("Something was set aside in {}; it stays there", folder);
        }
    }

    private static String freeName(OpenFolder folder, String name) throws IOException {
        for (int i = 1; i <= MOST_NAMES; i++) {
            String numbered = i == 1 ? name : name + " (" + i + ")";
            if (OpenSpace.find(folder, numbered).isEmpty()) {
                return numbered;
            }
        }
        throw new IOException("there is no free name for " + name);
    }

    private void done(Departure departure) {
        database.write(tx -> {
            store.delete(tx.handle(), departure.id());
            return departure;
        });
    }
}
