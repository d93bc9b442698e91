// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.audit;

import app.homekeep.desktop.admin.AdminApi;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import java.time.ZoneId;

/// Makes the screen of the audit log.
public record Audit(
        Text text,
        Formats formats,
        Theme theme,
        Supervisor supervisor,
        AdminApi api,
        AdminEvents events,
        Background background,
        ZoneId zone,
        Dialogs dialogs,
        FilePicker files,
        Clipboard clipboard) {
    public Screen screen(Notices notices) {
        var model = new AuditViewModel(text, supervisor, api, events, background, notices, zone);
        return new AuditView(text, formats, model, dialogs, files, clipboard, theme.zoom());
    }
}
