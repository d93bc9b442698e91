// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;

/// What the disk says about a file or folder itself, never about what a link points to.
///
/// @param key which file it is on its volume (device and inode); empty where the system has no such thing
public record FileFacts(Kind kind, long size, Instant modifiedAt, String key) {
    /// What lies there.
    public enum Kind {
        FILE,
        FOLDER,
        /// A symbolic link, junction, pipe, socket or device: never served.
        OTHER
    }

    static FileFacts of(BasicFileAttributes attributes) {
        Kind kind = attributes.isSymbolicLink() || attributes.isOther()
                ? Kind.OTHER
                : attributes.isDirectory() ? Kind.FOLDER : Kind.FILE;
        return new FileFacts(
                kind,
                kind == Kind.FILE ? attributes.size() : 0,
                attributes.lastModifiedTime().toInstant(),
                Objects.toString(attributes.fileKey(), ""));
    }

    public boolean isFile() {
        return kind == Kind.FILE;
    }

    public boolean isFolder() {
        return kind == Kind.FOLDER;
    }
}
