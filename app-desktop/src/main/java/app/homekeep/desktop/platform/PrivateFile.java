// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that only the owner's account can read.
public final class PrivateFile {
    private PrivateFile() {}

    /// Writes the whole of it, in the place of what was there before.
    ///
    /// @return where it is
    public static Path write(Path target, String words) throws IOException {
        Path whole = target.toAbsolutePath();
        // A temporary file is private from its first moment, on every system.
        Path fresh = Files.createTempFile(whole.getParent(), ".homekeep", ".part");
        try {
            Files.writeString(fresh, words);
            Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return whole;
    }
}
