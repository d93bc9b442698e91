// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.pairing;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.door.DoorViewModel;
import app.homekeep.desktop.door.Leads;
import app.homekeep.desktop.kit.Course;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.Ticker;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import java.time.Clock;

/// Lets a device come in for the first time.
public record Pairings(
        Text text,
        Formats formats,
        Live.Source source,
        Admin admin,
        Ticker ticker,
        Clock clock,
        Dialogs dialogs,
        Clipboard clipboard) {
    /// Opens the dialog with a fresh code.
    ///
    /// @param leads where cures lead; the dialog goes away first
    public void open(DoorViewModel door, Leads leads) {
        var model = new PairingViewModel(text, formats, source, admin.pairings(), admin.doctor(), ticker, clock);
        dialogs.course(text.get("pairing.title"), course -> {
            var pane = new PairingPane(text, formats, clipboard, model, door, leaving(course, leads));
            var scroll = ScreenLayout.scrolling(pane);
            scroll.getStyleClass().add("pairing-scroll");
            course.watch(scroll, model::end);
            model.begin();
        });
    }

    private static Leads leaving(Course course, Leads leads) {
        return new Leads(
                () -> leave(course, leads.lockdown()),
                () -> leave(course, leads.ports()),
                () -> leave(course, leads.doctor()));
    }

    private static void leave(Course course, Runnable there) {
        course.close();
        there.run();
    }
}
