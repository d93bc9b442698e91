// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.overview;

import app.homekeep.desktop.admin.AdminApi;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.kit.Ticker;
import app.homekeep.desktop.platform.Browser;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.server.Ports;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import java.time.Clock;
import javafx.scene.Node;

/// Makes the overview.
public record Overview(
        Text text,
        Formats formats,
        Theme theme,
        Supervisor supervisor,
        AdminApi api,
        AdminEvents events,
        Background background,
        Ticker ticker,
        Clock clock,
        Ports ports,
        Dialogs dialogs,
        Browser browser,
        Clipboard clipboard) {
    /// @param door         tells why the home network is shut out
    /// @param showSessions leads to the screen of all sessions
    /// @param pair         lets a new device come in
    public Screen screen(Node door, Runnable showSessions, Runnable pair) {
        var model = new OverviewViewModel(supervisor, api, events, background, ticker, clock, ports);
        return new OverviewView(
                text, formats, model, dialogs, browser, clipboard, theme.zoom(), door, showSessions, pair);
    }
}
