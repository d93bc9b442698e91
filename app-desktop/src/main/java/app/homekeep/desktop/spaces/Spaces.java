// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.spaces;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Text;

/// Makes the screen of shared spaces.
public record Spaces(Text text, Live.Source source, Admin admin, Dialogs dialogs, FilePicker files) {
    public Screen screen(Notices notices) {
        var deeds = new Deeds(text, source.background(), notices);
        var model = new SpacesViewModel(text, source, admin, deeds);
        return new SpacesView(
                text,
                model,
                new SpaceDialogs(text, dialogs, files),
                notices,
                users -> new NewSpaceViewModel(text, admin.spaces(), source.background(), users),
                space -> new SpaceName(text, admin.spaces(), source.background(), space));
    }
}
