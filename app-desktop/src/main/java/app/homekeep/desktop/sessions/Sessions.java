// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.sessions;

import app.homekeep.desktop.admin.AdminApi;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;

/// Makes the screen of sessions.
public record Sessions(
        Text text,
        Formats formats,
        Theme theme,
        Supervisor supervisor,
        AdminApi api,
        AdminEvents events,
        Background background,
        Dialogs dialogs) {
    /// @param showOverview leads to the addresses of the server
    public Screen screen(Notices notices, Runnable showOverview) {
        var model = new SessionsViewModel(text, supervisor, api, events, background, notices);
        return new SessionsView(text, formats, model, dialogs, theme.zoom(), showOverview);
    }
}
