// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A folder held by its descriptor: what happens in it happens in that very folder, wherever it is moved
/// meanwhile.
final class SecureFolder implements OpenFolder {
    private static final Path ITSELF = Path.of(".");

    private final SecureDirectoryStream<Path> stream;
    private final Path path;

    /// @param path where it was when it was opened; only to ask for the volume's free space
    SecureFolder(SecureDirectoryStream<Path> stream, Path path) {
        this.stream = stream;
        this.path = path;
    }

    @Override
    public OpenFolder folder(String name) throws IOException {
        return new SecureFolder(stream.newDirectoryStream(single(name), LinkOption.NOFOLLOW_LINKS), path.resolve(name));
    }

    /// Java has no `mkdirat`: the folder is made in the spare one by its path and moved here by descriptor.
    @Override
    public void makeFolder(String name, OpenFolder spare) throws IOException {
        if (!(spare instanceof SecureFolder place)) {
            throw new IllegalArgumentException("folders of two kinds");
        }
        String draft = "folder-" + UUID.randomUUID();
        Path made = place.path.resolve(draft);
        Files.createDirectory(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            place.move(draft, this, name);
        } catch (AtomicMoveNotSupportedException e) {
            Files.deleteIfExists(made);
            throw e;
        } catch (FileSystemException e) {
            // A file, a link or a folder that is not empty has come there meanwhile.
            Files.deleteIfExists(made);
            throw new FileAlreadyExistsException(name, null, e.getReason());
        }
    }

    @Override
    public FileChannel open(String name, Set<? extends OpenOption> options) throws IOException {
        Set<OpenOption> all = new HashSet<>(options);
        all.add(LinkOption.NOFOLLOW_LINKS);
        var channel = stream.newByteChannel(
                single(name), all, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (channel instanceof FileChannel file) {
            return file;
        }
        channel.close();
        throw new IOException("not a file channel");
    }

    @Override
    public Optional<FileFacts> facts(String name) throws IOException {
        try {
            return Optional.of(FileFacts.of(
                    stream.getFileAttributeView(single(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .readAttributes()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Iterator<String> names() {
        Iterator<Path> paths = stream.iterator();
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
    }

    @Override
    public void move(String name, OpenFolder to, String newName) throws IOException {
        if (!(to instanceof SecureFolder target)) {
            throw new IllegalArgumentException("folders of two kinds");
        }
        stream.move(single(name), target.stream, single(newName));
    }

    @Override
    public void deleteFile(String name) throws IOException {
        try {
            stream.deleteFile(single(name));
        } catch (NoSuchFileException e) {
            // It is gone, which is what was asked for.
        }
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        stream.deleteDirectory(single(name));
    }

    @Override
    public void sync() throws IOException {
        try (var itself = stream.newByteChannel(ITSELF, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            if (itself instanceof FileChannel channel) {
                channel.force(true);
            }
        }
    }

    @Override
    public long usableBytes() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private static Path single(String name) {
        return PlainFolder.single(name);
    }
}
