// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.lockdown;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.shell.Lock;
import app.homekeep.desktop.shell.Route;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.shell.Shown;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes the red button and the screen that it leads to.
public record Lockdowns(
        Text text, Formats formats, Live.Source source, Admin admin, Dialogs dialogs, Clipboard clipboard) {
    /// The screen, the button, and what of them runs as long as the window is seen.
    public record Made(Supplier<Screen> screen, Lock lock, Shown follows) {}

    /// @param go leads to another screen
    public Made in(Notices notices, Consumer<Route> go) {
        var model = new LockdownViewModel(text, source, admin, new Deeds(text, source.background(), notices));
        var questions = new LockdownQuestions(text, dialogs, model);
        return new Made(
                () -> new LockdownView(text, formats, clipboard, model, questions, go),
                new Lock(model.locked(), model.serverUp(), questions::lock),
                Shown.of(model::onShow, model::onHide));
    }
}
