// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.welcome;

import app.homekeep.desktop.admin.AdminApi;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.server.FirstRun;
import app.homekeep.desktop.server.Ports;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Parent;

/// The first run. What was answered outlives a change of the language, which builds the view anew.
public final class Welcome {
    private final Text text;
    private final Theme theme;
    private final FilePicker files;
    private final Clipboard clipboard;
    private final WelcomeViewModel model;

    /// @param suggested the folder to serve, where the owner has no other wish
    public Welcome(
            Text text,
            Theme theme,
            FirstRun firstRun,
            Supervisor supervisor,
            AdminApi api,
            Background background,
            Ports ports,
            FilePicker files,
            Clipboard clipboard,
            Path suggested) {
        this.text = text;
        this.theme = theme;
        this.files = files;
        this.clipboard = clipboard;
        model = new WelcomeViewModel(text, firstRun, supervisor, api, background, ports, suggested);
    }

    /// @param onFinished the server runs, and the owner wants to see the panel
    public Parent view(Consumer<Language> onLanguage, Runnable onFinished) {
        return new WelcomeView(text, theme, model, files, clipboard, onLanguage, () -> {
                    model.close();
                    onFinished.run();
                })
                .root();
    }
}
