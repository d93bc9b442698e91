// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.space.Entry;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.http.Request;
import app.homekeep.server.media.MediaTypes;
import app.homekeep.server.media.TypePolicy;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.Entries;
import app.homekeep.server.space.OpenFolder;
import app.homekeep.server.space.OpenSpace;
import app.homekeep.server.space.SpacePath;
import app.homekeep.server.space.Spaces;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.upload.Publication.Published;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Takes files in: whole, durable and audited, or not at all. Thread-safe; blocks while the bytes come.
///
/// The order is: bytes to a hidden file on the same volume, synced; its name by an atomic move; the folder
/// synced; row and audit in one transaction; only then the answer. See [Publication] for what happens when it
/// breaks on the way.
public final class Uploads {
    /// Bytes that stay free on a volume, so that the database, the audit and reading go on.
    public static final long RESERVE = 8L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final Spaces spaces;
    private final Entries entries;
    private final Database database;
    private final Ids ids;
    private final AuditLog audit;
    private final EventHub events;
    private final MediaTypes types;
    private final TypePolicy policy;
    private final LongSupplier maxFileBytes;

    /// @param maxFileBytes the setting, asked at each upload
    public Uploads(
            Spaces spaces,
            Entries entries,
            Database database,
            Ids ids,
            AuditLog audit,
            EventHub events,
            MediaTypes types,
            TypePolicy policy,
            LongSupplier maxFileBytes) {
        this.spaces = spaces;
        this.entries = entries;
        this.database = database;
        this.ids = ids;
        this.audit = audit;
        this.events = events;
        this.types = types;
        this.policy = policy;
        this.maxFileBytes = maxFileBytes;
    }

    /// @throws Refused 400, 404, 409, 413, 415 or 507; then nothing is kept
    /// @throws IOException when the client went away; then nothing is kept either
    Entry receive(Request request, String spaceId, SpacePath path, OnConflict onConflict) throws IOException {
        String name = path.name();
        Optional<ContentDigest> digest = request.header("Content-Digest").flatMap(ContentDigest::parse);
        try (OpenSpace space = spaces.open(spaceId, request.caller(), Permission.FILE_UPLOAD);
                OpenFolder workshop = space.workshop()) {
            spaces.demand(spaceId, request.caller(), needed(spaceId, onConflict));
            boolean newFolder = refuseEarly(space, path, onConflict);
            long most = maxFileBytes.getAsLong();
            requireRoom(request, workshop, most);
            String id = ids.next();
            try {
                String type = draft(request, workshop, id, name, most, digest);
                return publish(
                        request,
                        new Publication(space, workshop, id),
                        space.id(),
                        path,
                        onConflict,
                        type,
                        id,
                        newFolder);
            } finally {
                workshop.deleteFile(id + Publication.PART);
            }
        }
    }

    /// In a space that several people use, replacing may end what somebody else brought: that takes more
    /// than adding.
    private Permission needed(String spaceId, OnConflict onConflict) {
        return onConflict == OnConflict.REPLACE && spaces.isShared(spaceId)
                ? Permission.FILE_ORGANIZE
                : Permission.FILE_UPLOAD;
    }

    /// What would be refused at the end is refused before the bytes are sent.
    ///
    /// @return whether the folder is yet to be made
    private static boolean refuseEarly(OpenSpace space, SpacePath path, OnConflict onConflict) throws IOException {
        space.gate().readLock().lock();
        try (OpenFolder folder = space.folder(path.parent())) {
            Optional<OpenSpace.Found> taken = OpenSpace.find(folder, path.name());
            if (taken.isPresent()
                    && (onConflict == OnConflict.REFUSE
                            || (onConflict == OnConflict.REPLACE
                                    && !taken.get().facts().isFile()))) {
                throw Publication.conflict();
            }
            return false;
        } catch (Refused e) {
            if (e.code() == ProblemCode.NOT_FOUND) {
                return true;
            }
            throw e;
        } finally {
            space.gate().readLock().unlock();
        }
    }

    private static void requireRoom(Request request, OpenFolder workshop, long most) throws IOException {
        long announced = request.contentLength().orElse(0L);
        if (announced < 0) {
            throw new Refused(ProblemCode.BAD_REQUEST, "The length of the body can't be negative.");
        }
        if (announced > most) {
            throw Draft.tooLarge(most);
        }
        Draft.requireRoom(workshop, announced, RESERVE);
    }

    /// @return the media type of what has come
    private String draft(
            Request request, OpenFolder workshop, String id, String name, long most, Optional<ContentDigest> digest)
            throws IOException {
        try (var draft = new Draft(workshop, id + Publication.PART, most, RESERVE, digest)) {
            InputStream body = request.stream();
            byte[] head = body.readNBytes(MediaTypes.HEAD);
            String type = types.of(head, name);
            Optional<String> whyNot = policy.whyNot(head, type, types.byName(name), name);
            if (whyNot.isPresent()) {
                auditRefusal(request, name, type);
                throw new Refused(ProblemCode.TYPE_NOT_ALLOWED, whyNot.get());
            }
            draft.write(head, head.length);
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                draft.write(buffer, read);
            }
            draft.complete(request.contentLength());
            return type;
        }
    }

    private Entry publish(
            Request request,
            Publication publication,
            String spaceId,
            SpacePath wanted,
            OnConflict onConflict,
            String type,
            String id,
            boolean newFolder)
            throws IOException {
        try {
            Published published = publication.publish(wanted, onConflict);
            Entry entry = database.write(tx -> {
                spaces.demand(tx, spaceId, request.caller(), needed(spaceId, onConflict));
                Entry kept = entries.uploaded(
                        tx,
                        spaceId,
                        published.path(),
                        published.facts(),
                        type,
                        spaces.account(request.caller()).orElseThrow(Refused::notFound),
                        id);
                audit.append(
                        tx,
                        AuditEntry.of(AuditKind.FILE_UPLOAD, request)
                                .target(spaceId + ":" + published.path().text())
                                .detail(published.facts().size() + " bytes, " + type));
                tx.afterCommit(() -> announce(spaceId, published.path().parent(), newFolder));
                return kept;
            });
            publication.finish();
            return entry;
        } catch (IOException | RuntimeException e) {
            takeBack(publication, id, e);
            throw e;
        }
    }

    /// When the database can't even say whether it has the row, the note stays, and the next start decides.
    private void takeBack(Publication publication, String id, Exception cause) {
        try {
            if (!entries.knows(id)) {
                publication.undo();
            }
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void auditRefusal(Request request, String name, String type) {
        database.write(tx -> {
            audit.append(
                    tx,
                    AuditEntry.of(AuditKind.FILE_UPLOAD, request)
                            .target(request.segment("space") + ":" + name)
                            .detail("type not allowed: " + type)
                            .refused());
            return true;
        });
    }

    private void announce(String spaceId, SpacePath folder, boolean made) {
        events.publish(new EventHub.Event.FilesChanged(spaceId, folder.text()));
        for (SpacePath above = folder; made && !above.isRoot(); ) {
            above = above.parent();
            events.publish(new EventHub.Event.FilesChanged(spaceId, above.text()));
        }
    }
}
