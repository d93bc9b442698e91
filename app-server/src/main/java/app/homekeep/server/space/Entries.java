// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.space.Entry;
import app.homekeep.server.access.Caller;
import app.homekeep.server.media.MediaTypes;
import app.homekeep.server.space.EntrySort.Place;
import app.homekeep.server.space.FolderScan.Listed;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What lies in a space. The disk is the truth; a row beside it gives each entry an id that stays, and remembers
/// its media type. Thread-safe.
public final class Entries {
    /// The media type of a folder.
    public static final String FOLDER_TYPE = "inode/directory";

    private final FileRecordStore store = new FileRecordStore();
    private final Spaces spaces;
    private final Database database;
    private final Ids ids;
    private final Clock clock;
    private final MediaTypes types;

    public Entries(Spaces spaces, Database database, Ids ids, Clock clock, MediaTypes types) {
        this.spaces = spaces;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.types = types;
    }

    /// One page of a folder, folders first.
    ///
    /// What was put there without Homekeep gets its row now, the whole page in one write; so the type of a file
    /// is told from its bytes once, not at each listing.
    ///
    /// @throws app.homekeep.server.problem.Refused 404 when there is no such folder or space
    Page<Entry> list(String spaceId, Caller caller, SpacePath path, EntrySort sort, int limit, Optional<Place> after)
            throws IOException {
        try (OpenSpace space = spaces.open(spaceId, caller, Permission.FILE_READ)) {
            FolderScan scan = scan(space, path, sort, limit, after);
            if (after.isEmpty()) {
                forgetVanished(space, path, scan.entries());
            }
            List<Listed> page =
                    scan.found().subList(0, Math.min(limit, scan.found().size()));
            List<Entry> entries = entries(space, path, page);
            return new Page<>(
                    entries,
                    scan.found().size() > limit ? sort.cursor(page.getLast().place()) : null);
        }
    }

    /// Keeps what an upload brought, in the transaction that audits it.
    ///
    /// @param uploadId of the upload, known from now on to [#knows]
    public Entry uploaded(
            Transaction tx,
            String spaceId,
            SpacePath path,
            FileFacts facts,
            String type,
            String userId,
            String uploadId) {
        String folder = path.parent().text();
        String id = store.find(tx.handle(), spaceId, folder, path.name())
                .map(FileRecord::id)
                .orElseGet(ids::next);
        FileRecord row = new FileRecord(
                id,
                path.name(),
                Entry.Kind.FILE,
                facts.size(),
                EntrySort.nanos(facts.modifiedAt()),
                type,
                Optional.of(userId),
                Optional.of(uploadId));
        store.put(tx.handle(), spaceId, folder, row, clock.instant());
        return row.entry(facts);
    }

    /// Whether what lies somewhere was written by that upload, and its row is kept for good.
    public boolean knows(String uploadId) {
        return database.read(handle -> store.knows(handle, uploadId));
    }

    private static FolderScan scan(OpenSpace space, SpacePath path, EntrySort sort, int limit, Optional<Place> after)
            throws IOException {
        space.gate().readLock().lock();
        try (OpenFolder folder = space.folder(path)) {
            return FolderScan.of(folder, sort, after, limit + 1);
        } finally {
            space.gate().readLock().unlock();
        }
    }

    private List<Entry> entries(OpenSpace space, SpacePath path, List<Listed> page) throws IOException {
        String folder = path.text();
        List<String> names = page.stream().map(Listed::name).toList();
        Map<String, FileRecord> rows = database.read(handle -> store.find(handle, space.id(), folder, names));
        var fresh = new ArrayList<FileRecord>();
        try (OpenFolder open = space.folder(path)) {
            for (Listed listed : page) {
                FileRecord row = rows.get(listed.name());
                if (row == null || !row.fits(listed.facts())) {
                    fresh.add(observed(open, listed, Optional.ofNullable(row)));
                }
            }
        }
        if (!fresh.isEmpty()) {
            rows.putAll(database.write(tx -> keep(tx, space.id(), folder, fresh)));
        }
        return page.stream()
                .flatMap(listed ->
                        Optional.ofNullable(rows.get(listed.name())).map(row -> row.entry(listed.facts())).stream())
                .toList();
    }

    /// Two listings, or a listing and an upload, may meet here: the row that is already there keeps its id.
    private Map<String, FileRecord> keep(Transaction tx, String spaceId, String folder, List<FileRecord> fresh) {
        List<String> names = fresh.stream().map(FileRecord::name).toList();
        Map<String, FileRecord> there = store.find(tx.handle(), spaceId, folder, names);
        for (FileRecord row : fresh) {
            FileRecord old = there.get(row.name());
            // An upload that was quicker than this listing knows its file better.
            if (old == null || old.uploadId().equals(row.uploadId())) {
                store.put(tx.handle(), spaceId, folder, row, clock.instant());
            }
        }
        return store.find(tx.handle(), spaceId, folder, names);
    }

    private FileRecord observed(OpenFolder folder, Listed listed, Optional<FileRecord> before) throws IOException {
        FileFacts facts = listed.facts();
        return new FileRecord(
                before.map(FileRecord::id).orElseGet(ids::next),
                listed.name(),
                FileRecord.kindOf(facts),
                facts.size(),
                EntrySort.nanos(facts.modifiedAt()),
                facts.isFolder() ? FOLDER_TYPE : type(folder, listed),
                before.flatMap(FileRecord::uploadedBy),
                before.flatMap(FileRecord::uploadId));
    }

    /// A file that can't be read is listed all the same, as what it is: unknown.
    private String type(OpenFolder folder, Listed listed) {
        try (FileChannel channel = folder.open(listed.nameOnDisk(), OpenSpace.reading())) {
            return types.of(channel, listed.name());
        } catch (IOException e) {
            return MediaTypes.UNKNOWN;
        }
    }

    /// Drops the rows of what is gone, once there are more rows than entries. A row that outlives its file a
    /// while does no harm: it is only ever found by the name of something that is there.
    private void forgetVanished(OpenSpace space, SpacePath path, int entries) throws IOException {
        String folder = path.text();
        if (database.read(handle -> store.count(handle, space.id(), folder)) <= entries) {
            return;
        }
        space.gate().writeLock().lock();
        try (OpenFolder open = space.folder(path)) {
            Set<String> gone = new HashSet<>(database.read(handle -> store.names(handle, space.id(), folder)));
            open.names()
                    .forEachRemaining(
                            name -> gone.remove(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC)));
            if (!gone.isEmpty()) {
                database.write(tx -> {
                    store.drop(tx.handle(), space.id(), folder, gone);
                    return gone.size();
                });
            }
        } finally {
            space.gate().writeLock().unlock();
        }
    }
}
