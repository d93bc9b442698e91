// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.FileFacts;
import app.homekeep.server.space.OpenFolder;
import app.homekeep.server.space.OpenSpace;
import app.homekeep.server.space.SpacePath;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/// How a finished draft gets its name, and loses it again when the database doesn't take it.
///
/// ```
///                 .homekeep/                        the folder          database
///  begin    id.part (synced)
///  publish  id.publish (where to) written
///           id.old   ◀── what is replaced ──────── name
///           id.part  ─────────────────────────────▶ name (synced)
///                                                                       row + audit
///  finish   id.old, id.publish removed
///  undo     name and id.part removed, id.old ─────▶ name, id.publish removed
/// ```
/// Whatever breaks in between, the note `id.publish` is still there, and the row decides: with it the upload is
/// finished, without it undone — at once when the database refuses, else by [Leftovers] at the next start. So a
/// file that was replaced is lost neither way, and there is no upload without its row and its audit entry.
/// Folders that were made on the way stay.
///
/// The one gap: Java can't rename *only if the name is free*. Uploads exclude each other by [OpenSpace#gate]; a
/// program outside Homekeep that makes a file of the same name within the same microseconds loses it.
final class Publication {
    static final String PART = ".part";
    static final String OLD = ".old";

    private final OpenSpace space;
    private final OpenFolder workshop;
    private final String id;

    Publication(OpenSpace space, OpenFolder workshop, String id) {
        this.space = space;
        this.workshop = workshop;
        this.id = id;
    }

    /// What has its name now.
    ///
    /// @param path where it lies, which [OnConflict#KEEP_BOTH] may have changed
    record Published(SpacePath path, FileFacts facts) {}

    /// @throws Refused 409 when the name is taken
    Published publish(SpacePath wanted, OnConflict onConflict) throws IOException {
        space.gate().writeLock().lock();
        try (OpenFolder folder = space.makeFolders(wanted.parent())) {
            Optional<OpenSpace.Found> taken = OpenSpace.find(folder, wanted.name());
            SpacePath path = wanted;
            if (taken.isPresent() && onConflict == OnConflict.KEEP_BOTH) {
                path = FreeName.of(folder, wanted);
                taken = Optional.empty();
            }
            if (taken.isPresent()
                    && (onConflict == OnConflict.REFUSE || !taken.get().facts().isFile())) {
                throw conflict();
            }
            FileFacts draft = workshop.facts(id + PART).orElseThrow();
            PublicationNote.of(path, draft).write(workshop, id);
            if (taken.isPresent()) {
                folder.move(taken.get().nameOnDisk(), workshop, id + OLD);
            }
            workshop.move(
                    id + PART, folder, taken.map(OpenSpace.Found::nameOnDisk).orElse(path.name()));
            folder.sync();
            return new Published(path, draft);
        } catch (AtomicMoveNotSupportedException e) {
            throw new Refused(
                    ProblemCode.CONFLICT, "This folder lies on another disk than its space; files can't be put there.");
        } catch (NoSuchFileException e) {
            throw new Refused(ProblemCode.CONFLICT, "This folder is being changed right now. Try again.");
        } catch (IOException e) {
            throw DiskFull.or(e, workshop);
        } finally {
            space.gate().writeLock().unlock();
        }
    }

    /// The row is kept: what was replaced goes.
    void finish() throws IOException {
        workshop.deleteFile(id + PART);
        workshop.deleteFile(id + OLD);
        workshop.deleteFile(PublicationNote.name(id));
    }

    /// There is no row: everything is as it was before. Does nothing a second time.
    void undo() throws IOException {
        space.gate().writeLock().lock();
        try {
            Optional<PublicationNote> note = PublicationNote.read(workshop, id);
            if (note.isPresent()) {
                takeBack(note.get());
            }
            workshop.deleteFile(id + PART);
            workshop.deleteFile(PublicationNote.name(id));
        } finally {
            space.gate().writeLock().unlock();
        }
    }

    private void takeBack(PublicationNote note) throws IOException {
        try (OpenFolder folder = space.makeFolders(note.path().parent())) {
            String name = note.path().name();
            Optional<OpenSpace.Found> there = OpenSpace.find(folder, name);
            if (there.isPresent() && note.isAbout(there.get().facts())) {
                folder.deleteFile(there.get().nameOnDisk());
                there = Optional.empty();
            }
            if (workshop.facts(id + OLD).isPresent()) {
                // Somebody may have put another file there meanwhile: then both stay.
                String back = there.isEmpty()
                        ? name
                        : FreeName.of(folder, note.path()).name();
                workshop.move(id + OLD, folder, back);
            }
            folder.sync();
        }
    }

    static Refused conflict() {
        return new Refused(ProblemCode.CONFLICT, "There is something with this name already.");
    }
}
