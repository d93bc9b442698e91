// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;

/// A space that its caller may use, with its folder held open. The only way from a [SpacePath] to something on
/// the disk. Close each one. Not thread-safe; the [#gate] is shared by all that are open on the same space.
public final class OpenSpace implements Closeable {
    private static final int ATTEMPTS = 5;

    private final String id;
    private final Path path;
    private final OpenFolder.Opener opener;
    private final OpenFolder root;
    private final ReadWriteLock gate;

    OpenSpace(String id, Path path, OpenFolder.Opener opener, ReadWriteLock gate) throws IOException {
        this.id = id;
        this.path = path;
        this.opener = opener;
        this.root = opener.at(path);
        this.gate = gate;
    }

    /// Something that was found under a client's name.
    ///
    /// @param nameOnDisk the name to open it by: the client's in NFC, or the same in NFD, which is what macOS
    ///     wrote
    public record Found(String nameOnDisk, FileFacts facts) {}

    public String id() {
        return id;
    }

    /// Whoever changes names holds the write lock, and only for that; whoever looks names up holds the read lock.
    /// So no reader sees a change half made, and no two uploads take one name.
    public ReadWriteLock gate() {
        return gate;
    }

    /// Opens a folder; the caller closes it.
    ///
    /// @throws Refused 404 when there is none, or a link or a file stands on the way
    public OpenFolder folder(SpacePath wanted) throws IOException {
        OpenFolder here = opener.at(path);
        for (String name : wanted.names()) {
            here = step(here, name);
        }
        return here;
    }

    /// Opens a folder and makes what is missing on the way; the caller holds the write lock and closes it.
    ///
    /// @throws Refused 409 when a file or link stands on the way
    public OpenFolder makeFolders(SpacePath wanted) throws IOException {
        OpenFolder here = opener.at(path);
        try (OpenFolder workshop = workshop()) {
            for (String name : wanted.names()) {
                Optional<Found> found = find(here, name);
                if (found.isEmpty()) {
                    make(here, name, workshop);
                } else if (!found.get().facts().isFolder()) {
                    throw new Refused(ProblemCode.CONFLICT, "A file stands where a folder would have to be.");
                }
                here = step(here, name);
            }
            return here;
        } catch (IOException | RuntimeException e) {
            here.close();
            throw e;
        }
    }

    /// The hidden folder on the same volume for what is not finished, made when it is missing; the caller closes
    /// it.
    public OpenFolder workshop() throws IOException {
        if (root.facts(SpaceName.HIDDEN).isEmpty()) {
            try {
                Files.createDirectory(path.resolve(SpaceName.HIDDEN));
                ownOnly(path.resolve(SpaceName.HIDDEN));
            } catch (FileAlreadyExistsException e) {
                // Another upload was first.
            }
        }
        return root.folder(SpaceName.HIDDEN);
    }

    /// Looks a client's name up.
    public static Optional<Found> find(OpenFolder folder, String name) throws IOException {
        try {
            Optional<FileFacts> composed = folder.facts(name);
            if (composed.isPresent()) {
                return composed.map(facts -> new Found(name, facts));
            }
            String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
            return decomposed.equals(name)
                    ? Optional.empty()
                    : folder.facts(decomposed).map(facts -> new Found(decomposed, facts));
        } catch (InvalidPathException e) {
            throw new Refused(ProblemCode.BAD_PATH, "The computer this runs on can't hold such a name.");
        } catch (FileSystemException e) {
            if (e instanceof AccessDeniedException) {
                throw denied();
            }
            throw e;
        }
    }

    static void ownOnly(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Override
    public void close() throws IOException {
        root.close();
    }

    /// Goes one step down and lets go of where it was. Another program may take the folder away, or put a link in its
    /// place, between looking and opening: then it looks again.
    private static OpenFolder step(OpenFolder here, String name) throws IOException {
        try (here) {
            for (int attempt = 1; ; attempt++) {
                Found found =
                        find(here, name).filter(it -> it.facts().isFolder()).orElseThrow(Refused::notFound);
                try {
                    return here.folder(found.nameOnDisk());
                } catch (AccessDeniedException e) {
                    throw denied();
                } catch (NoSuchFileException e) {
                    if (attempt == ATTEMPTS) {
                        throw Refused.notFound();
                    }
                } catch (FileSystemException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }
    }

    /// Makes a folder, unless something has come there in the same moment: then that is looked at next.
    private static void make(OpenFolder here, String name, OpenFolder workshop) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                here.makeFolder(name, workshop);
                here.sync();
                return;
            } catch (FileAlreadyExistsException e) {
                if (find(here, name).isPresent()) {
                    return;
                }
            }
        }
        throw new Refused(ProblemCode.CONFLICT, "This folder is being changed right now. Try again.");
    }

    /// 403: the file system itself says no.
    public static Refused denied() {
        return new Refused(
                ProblemCode.FORBIDDEN, "The computer this runs on does not let Homekeep open that. Its owner can.");
    }

    /// Options to read a file.
    public static Set<StandardOpenOption> reading() {
        return Set.of(StandardOpenOption.READ);
    }
}
