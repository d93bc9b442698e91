// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// Tells a shared space's folder from another one that stands in its place: a link that was swapped in, or
/// the empty folder that is left where a disk was plugged in.
///
/// The folder must be at its path without a link on the way, and be the very one that was added. The
/// system's number for it says so, but that may be another after a disk was plugged in again; so a file in
/// the hidden folder says the space's id too, and either is enough. All is asked of the folder that is held
/// open, so nothing can be swapped between asking and using.
final class RootMark {
    private static final String FILE = "space";
    private static final String ITSELF = ".";
    private static final int LONGEST = 64;

    private RootMark() {}

    /// Opens the folder of a space.
    ///
    /// @throws IOException when it is not there, or is another one
    static OpenFolder open(OpenFolder.Opener opener, SharedSpace space) throws IOException {
        OpenFolder root = opener.at(space.folder());
        try {
            if (!space.folder().toRealPath().equals(space.folder())) {
                throw new FileSystemException(space.folder().toString(), null, "a link is on the way now");
            }
            if (!read(root).equals(Optional.of(space.id()))) {
                requireSame(root, space);
            }
            return root;
        } catch (IOException | RuntimeException e) {
            root.close();
            throw e;
        }
    }

    /// Which folder it is, as the system tells them apart; empty where it doesn't.
    static Optional<String> key(OpenFolder root) throws IOException {
        return root.facts(ITSELF).map(FileFacts::key).filter(key -> !key.isEmpty());
    }

    /// Marks a folder as that of a space, with the hidden folder made where it is missing.
    static void write(Path folder, OpenFolder root, String id) throws IOException {
        if (root.facts(SpaceName.HIDDEN).isEmpty()) {
            Files.createDirectory(folder.resolve(SpaceName.HIDDEN));
            OpenSpace.ownOnly(folder.resolve(SpaceName.HIDDEN));
        }
        try (OpenFolder hidden = root.folder(SpaceName.HIDDEN)) {
            hidden.deleteFile(FILE);
            var bytes = ByteBuffer.wrap(id.getBytes(StandardCharsets.UTF_8));
            try (FileChannel file =
                    hidden.open(FILE, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            hidden.sync();
        }
    }

    /// Writes the mark again where it is gone and the folder is the one that was added.
    static void keep(SharedSpace space, OpenFolder.Opener opener) throws IOException {
        try (OpenFolder root = open(opener, space)) {
            if (read(root).isEmpty()) {
                write(space.folder(), root, space.id());
            }
        }
    }

    /// Takes the mark away, where it is this space's.
    static void remove(OpenFolder root, String id) throws IOException {
        if (read(root).equals(Optional.of(id))) {
            try (OpenFolder hidden = root.folder(SpaceName.HIDDEN)) {
                hidden.deleteFile(FILE);
            }
        }
    }

    private static void requireSame(OpenFolder root, SharedSpace space) throws IOException {
        if (space.rootKey().isEmpty() || !key(root).equals(space.rootKey())) {
            throw new FileSystemException(space.folder().toString(), null, "another folder is in its place");
        }
    }

    /// The id that the mark says; empty where there is none.
    private static Optional<String> read(OpenFolder root) throws IOException {
        if (root.facts(SpaceName.HIDDEN).filter(FileFacts::isFolder).isEmpty()) {
            return Optional.empty();
        }
        try (OpenFolder hidden = root.folder(SpaceName.HIDDEN)) {
            if (hidden.facts(FILE).filter(FileFacts::isFile).isEmpty()) {
                return Optional.empty();
            }
            var bytes = ByteBuffer.allocate(LONGEST);
            try (FileChannel file = hidden.open(FILE, OpenSpace.reading())) {
                while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                    // Reads on.
                }
            }
            return Optional.of(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
