// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the disk says about a folder that may become a space. Asking may take as long as a disk that
/// doesn't answer.
@FunctionalInterface
interface FolderLook {
    /// @return empty when nothing is there
    Optional<Seen> at(Path path) throws IOException;

    /// @param real       its path without a link
    /// @param usable     whether the server may read and write in it
    /// @param fileSystem the kind of its file system, such as `ext4`
    record Seen(Path real, boolean folder, boolean usable, String fileSystem) {
        private static final Set<String> OF_OTHER_COMPUTERS = Set.of(
                "nfs",
                "nfs4",
                "cifs",
                "smb",
                "smb2",
                "smb3",
                "smbfs",
                "afpfs",
                "webdav",
                "davfs",
                "afs",
                "ceph",
                "glusterfs",
                "fuse.sshfs",
                "fuse.davfs2",
                "fuse.rclone",
                "fuse.gvfsd-fuse",
                "fuse.glusterfs");

        /// Whether it lies on another computer.
        boolean elsewhere() {
            return OF_OTHER_COMPUTERS.contains(fileSystem.toLowerCase(Locale.ROOT));
        }
    }

    /// Looks at the disk itself.
    static Optional<Seen> atTheDisk(Path path) throws IOException {
        try {
            Path real = path.toRealPath();
            boolean folder = Files.isDirectory(real);
            return Optional.of(new Seen(
                    real,
                    folder,
                    folder && Files.isReadable(real) && Files.isWritable(real) && Files.isExecutable(real),
                    Files.getFileStore(real).type()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
