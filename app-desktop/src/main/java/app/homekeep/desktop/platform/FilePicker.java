// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import java.nio.file.Path;
import java.util.Optional;

/// The desktop's dialogs for files and folders. Called on the FX thread; each method blocks until the owner has chosen.
public interface FilePicker {
    /// @param start where to begin looking; the nearest folder above it that exists is taken
    /// @return empty when the owner changed their mind
    Optional<Path> folder(Path start);

    /// A file that is there.
    ///
    /// @return empty when the owner changed their mind
    Optional<Path> open();

    /// @param name the file name to propose
    /// @return empty when the owner changed their mind
    Optional<Path> save(String name);
}
