// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The desktop's own dialogs, in front of the panel's window. For the FX thread only.
public final class DialogFilePicker implements FilePicker {
    private final Supplier<Window> window;

    public DialogFilePicker(Supplier<Window> window) {
        this.window = window;
    }

    @Override
    public Optional<Path> folder(Path start) {
        var chooser = new DirectoryChooser();
        existing(start).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(window.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> open() {
        return Optional.ofNullable(new FileChooser().showOpenDialog(window.get()))
                .map(File::toPath);
    }

    @Override
    public Optional<Path> save(String name) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(window.get())).map(File::toPath);
    }

    /// A chooser that is to begin in a folder that isn't there shows nothing at all.
    static Optional<Path> existing(Path start) {
        Path folder = start.toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }
}
