// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.sessions;

import app.homekeep.desktop.admin.AdminApi;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import javafx.scene.Node;

/// Makes the screen of sessions.
public record Sessions(Text text, Formats formats, Theme theme, Live.Source source, AdminApi api, Dialogs dialogs) {
    /// @param asking       the devices that want in, which stand on top
    /// @param showOverview leads to the addresses of the server
    public Screen screen(Notices notices, Node asking, Runnable showOverview) {
        var model = new SessionsViewModel(text, source, api, new Deeds(text, source.background(), notices));
        return new SessionsView(text, formats, model, dialogs, theme.zoom(), asking, showOverview);
    }
}
