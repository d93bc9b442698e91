// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder that only the owner's account can enter.
public final class PrivateFolder {
    private static final FileAttribute<?>[] OWNERS = attributes();

    private PrivateFolder() {}

    /// Makes the folder when it is missing, private from the first moment. One that is there is left as it is: how open
    /// it stands was somebody's choice.
    public static Path make(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(whole)) {
            Path parent = whole.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try {
                Files.createDirectory(whole, OWNERS);
            } catch (FileAlreadyExistsException e) {
                // Another panel, or the server, was quicker; a file in its place is no folder.
                if (!Files.isDirectory(whole)) {
                    throw e;
                }
            }
        }
        return whole;
    }

    private static FileAttribute<?>[] attributes() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
