// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.apikeys;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import java.time.Clock;

/// Makes the screen of API keys.
public record ApiKeys(
        Text text,
        Formats formats,
        Theme theme,
        Live.Source source,
        Admin admin,
        Clock clock,
        Dialogs dialogs,
        Clipboard clipboard) {
    public Screen screen(Notices notices) {
        var deeds = new Deeds(text, source.background(), notices);
        var keys = new ApiKeysViewModel(text, source, admin.apiKeys(), deeds);
        var signing = new SigningKeysViewModel(text, source, admin.signingKeys(), deeds);
        var dialog = new NewKeyDialog(text, dialogs, clipboard);
        return new ApiKeysView(
                text,
                formats,
                keys,
                signing,
                dialogs,
                theme.zoom(),
                () -> dialog.show(new NewKeyViewModel(text, admin.apiKeys(), source.background(), clock), keys::load));
    }
}
