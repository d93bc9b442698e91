// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.space;

import io.avaje.jsonb.Json;
import java.time.Instant;

/// A file or folder in a space.
///
/// @param size in bytes; 0 for a folder
/// @param type the media type of a file, such as `image/jpeg`; `inode/directory` for a folder
/// @param id   stays the same when the file is moved or renamed through Homekeep
@Json(naming = Json.Naming.LowerUnderscore)
public record Entry(String name, Kind kind, long size, Instant modifiedAt, String type, String id) {
    /// What it is.
    public enum Kind {
        FILE,
        FOLDER;

        /// The name on the wire: `file` or `folder`.
        @Json.Value
        public String wire() {
            return this == FILE ? "file" : "folder";
        }
    }
}
