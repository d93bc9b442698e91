// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A folder known by its path, for systems without directory descriptors: see [OpenFolder#at] for what that
/// leaves open. Each folder is looked at before it is opened; the last step never follows a link.
final class PlainFolder implements OpenFolder {
    private final Path path;
    private @Nullable DirectoryStream<Path> listing;

    PlainFolder(Path path) {
        this.path = path;
    }

    /// One name as a path of one step.
    ///
    /// @throws InvalidPathException when this system can't hold such a name, or takes it for more than a name
    static Path single(String name) {
        Path step = Path.of(name);
        if (step.isAbsolute()
                || step.getRoot() != null
                || step.getNameCount() != 1
                || !step.toString().equals(name)) {
            throw new InvalidPathException(name, "not one name");
        }
        return step;
    }

    @Override
    public OpenFolder folder(String name) throws IOException {
        FileFacts facts = facts(name).orElseThrow(() -> new NoSuchFileException(name));
        if (!facts.isFolder()) {
            throw new FileSystemException(name, null, "not a folder");
        }
        return new PlainFolder(child(name));
    }

    @Override
    public void makeFolder(String name, OpenFolder spare) throws IOException {
        Files.createDirectory(child(name));
    }

    @Override
    public FileChannel open(String name, Set<? extends OpenOption> options) throws IOException {
        Set<OpenOption> all = new HashSet<>(options);
        all.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(child(name), all);
    }

    @Override
    public Optional<FileFacts> facts(String name) throws IOException {
        try {
            return Optional.of(FileFacts.of(
                    Files.readAttributes(child(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // closed with the folder
    public Iterator<String> names() {
        try {
            DirectoryStream<Path> opened = Files.newDirectoryStream(path);
            listing = opened;
            Iterator<Path> paths = opened.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return paths.hasNext();
                }

                @Override
                public String next() {
                    return String.valueOf(paths.next().getFileName());
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void move(String name, OpenFolder to, String newName) throws IOException {
        if (!(to instanceof PlainFolder target)) {
            throw new IllegalArgumentException("folders of two kinds");
        }
        Files.move(
                child(name),
                target.child(newName),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void deleteFile(String name) throws IOException {
        Files.deleteIfExists(child(name));
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        Files.delete(child(name));
    }

    /// Windows can't open a folder to flush it; NTFS journals what happens in it.
    @Override
    public void sync() throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel itself = FileChannel.open(path)) {
                itself.force(true);
            }
        }
    }

    @Override
    public long usableBytes() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        if (listing != null) {
            listing.close();
        }
    }

    private Path child(String name) {
        return path.resolve(single(name));
    }
}
