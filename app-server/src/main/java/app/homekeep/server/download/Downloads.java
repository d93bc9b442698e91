// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.download;

import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.media.MediaTypes;
import app.homekeep.server.media.TypePolicy;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.FileFacts;
import app.homekeep.server.space.OpenFolder;
import app.homekeep.server.space.OpenSpace;
import app.homekeep.server.space.SpacePath;
import app.homekeep.server.space.Spaces;
import app.homekeep.server.store.Database;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Hands files out. Thread-safe.
///
/// Audited is what somebody takes away: `download=1`, once for each file, that is where it begins (no `Range`, or
/// one from byte 0). Pictures in a page, players and resumed parts are not: a gallery would bury the log.
public final class Downloads {
    private static final int TYPES_REMEMBERED = 10_000;
    private static final int ATTEMPTS = 5;

    /// By tag: a video is asked for in hundreds of ranges, its bytes are looked at once.
    private final Cache<String, String> remembered =
            Caffeine.newBuilder().maximumSize(TYPES_REMEMBERED).build();

    private final Spaces spaces;
    private final Database database;
    private final AuditLog audit;
    private final MediaTypes types;
    private final TypePolicy policy;

    public Downloads(Spaces spaces, Database database, AuditLog audit, MediaTypes types, TypePolicy policy) {
        this.spaces = spaces;
        this.database = database;
        this.audit = audit;
        this.types = types;
        this.policy = policy;
    }

    /// @param take whether it is to be kept as a file rather than shown
    /// @throws Refused 404
    Answer.FileContent content(Request request, String spaceId, SpacePath path, boolean take) throws IOException {
        if (path.isRoot()) {
            throw Refused.notFound();
        }
        try (OpenSpace space = spaces.open(spaceId, request.caller(), Permission.FILE_READ)) {
            Opened opened = open(space, path);
            try {
                String tag = tag(opened.facts());
                String type = type(opened, tag, path.name());
                if (take && fromTheBeginning(request)) {
                    audit(request, spaceId, path, opened.facts());
                }
                return new Answer.FileContent(
                        opened.channel(),
                        opened.facts().size(),
                        type,
                        tag,
                        opened.facts().modifiedAt(),
                        headers(path.name(), type, take),
                        () -> spaces.demand(spaceId, request.caller(), Permission.FILE_READ));
            } catch (IOException | RuntimeException e) {
                opened.channel().close();
                throw e;
            }
        }
    }

    private record Opened(FileChannel channel, FileFacts facts) {}

    private static Opened open(OpenSpace space, SpacePath path) throws IOException {
        space.gate().readLock().lock();
        try (OpenFolder folder = space.folder(path.parent())) {
            return open(folder, path.name());
        } finally {
            space.gate().readLock().unlock();
        }
    }

    /// What the disk says about the file must be the same before and after opening: else another program has just
    /// put a new one there, and its bytes would get the old one's tag.
    private static Opened open(OpenFolder folder, String name) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            OpenSpace.Found found = OpenSpace.find(folder, name)
                    .filter(it -> it.facts().isFile())
                    .orElseThrow(Refused::notFound);
            FileChannel channel;
            try {
                channel = folder.open(found.nameOnDisk(), OpenSpace.reading());
            } catch (AccessDeniedException e) {
                throw OpenSpace.denied();
            } catch (FileSystemException e) {
                continue;
            } catch (IOException e) {
                // A link that was swapped in comes as a plain IOException.
                continue;
            }
            if (OpenSpace.find(folder, name).filter(found::equals).isPresent()) {
                return new Opened(channel, found.facts());
            }
            channel.close();
        }
        throw new Refused(ProblemCode.CONFLICT, "This file is being changed right now. Try again.");
    }

    private String type(Opened opened, String tag, String name) throws IOException {
        String known = remembered.getIfPresent(tag + name);
        if (known != null) {
            return known;
        }
        String type = types.of(opened.channel(), name);
        remembered.put(tag + name, type);
        return type;
    }

    /// HTML, SVG, XML and whatever is unknown could run as a page of ours: they are handed over as files, and
    /// where a browser opens one all the same it does so in a sandbox.
    private Map<String, String> headers(String name, String type, boolean take) {
        boolean shown = policy.shown(type);
        var headers = new HashMap<String, String>();
        headers.put("Content-Disposition", Disposition.of(take || !shown, name));
        headers.put("Cache-Control", "private, no-cache");
        if (!shown) {
            headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
        }
        return headers;
    }

    private void audit(Request request, String spaceId, SpacePath path, FileFacts facts) {
        database.write(tx -> {
            audit.append(
                    tx,
                    AuditEntry.of(AuditKind.FILE_DOWNLOAD, request)
                            .target(spaceId + ":" + path.text())
                            .detail(facts.size() + " bytes"));
            return true;
        });
    }

    private static boolean fromTheBeginning(Request request) {
        return request.header("Range")
                .map(range -> range.strip().startsWith("bytes=0-"))
                .orElse(true);
    }

    /// Which file it is, how long, and when it was changed to the nanosecond, hashed: the tag tells nothing about
    /// the disk.
    private static String tag(FileFacts facts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((facts.key() + " " + facts.size() + " " + facts.modifiedAt())
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
