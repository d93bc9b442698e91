// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Files and folders that only the account of the server can read: modes 0600 and 0700, or an access list of one entry
/// on Windows. They are private from the moment they exist, and they are written whole or not at all.
public final class PrivateFiles {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private PrivateFiles() {}

    /// Makes the folder where it is missing; one that exists is left as it is.
    public static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = Files.createDirectories(folderOf(folder));
        if (isPosix(parent)) {
            Files.createDirectory(folder, mode("rwx------"));
        } else {
            Files.createDirectory(folder);
            closeToOthers(folder);
        }
    }

    /// Makes an empty file.
    public static void make(Path file) throws IOException {
        if (isPosix(folderOf(file))) {
            Files.createFile(file, mode("rw-------"));
        } else {
            // It takes on the access list of its folder.
            Files.createFile(file);
        }
    }

    /// Writes a file, or replaces it: after a power cut it is the old one or the new one.
    public static void write(Path file, byte[] content) throws IOException {
        Path made = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(made);
        make(made);
        try (var channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
        moveDurably(made, file);
    }

    /// Gives a finished file its name, so that it still has it after a power cut.
    public static void moveDurably(Path from, Path to) throws IOException {
        try (var channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = folderOf(to);
        // Elsewhere a folder can't be opened, and needs no flush.
        if (isPosix(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// Whether others than the owner may do anything with it. False where the system has no modes.
    public static boolean isOpenToOthers(Path path) throws IOException {
        return isPosix(path) && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    }

    private static Path folderOf(Path path) {
        return path.toAbsolutePath().resolve("..").normalize();
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    private static FileAttribute<?> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    private static void closeToOthers(Path folder) throws IOException {
        var list = Files.getFileAttributeView(folder, AclFileAttributeView.class);
        if (list != null) {
            list.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(Files.getOwner(folder))
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                    .build()));
        }
    }
}
