// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.shell.Shown;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableIntegerValue;

/// Makes the screen of people.
public record People(
        Text text,
        Formats formats,
        Theme theme,
        Live.Source source,
        Admin admin,
        Clock clock,
        Dialogs dialogs,
        FilePicker files,
        Clipboard clipboard) {
    /// The screen, and what of it runs as long as the window is seen.
    ///
    /// @param waiting how many people wait for an answer
    public record Made(Supplier<Screen> screen, Shown requests, ObservableIntegerValue waiting) {}

    public Made in(Notices notices) {
        var deeds = new Deeds(text, source.background(), notices);
        var requests = new RequestsViewModel(text, source, admin, deeds);
        Shown follows = Shown.of(requests::onShow, requests::onHide);
        return new Made(() -> screen(notices, deeds, requests), follows, requests.count());
    }

    private Screen screen(Notices notices, Deeds deeds, RequestsViewModel requests) {
        var people = new PeopleViewModel(text, source, admin, deeds);
        var forms = new PersonDialogs(this, notices, people);
        Map<Section, Screen> sections = Map.of(
                Section.PEOPLE,
                new PeopleList(text, formats, people, forms, theme.zoom()),
                Section.REQUESTS,
                new RequestsView(text, formats, requests, people, forms),
                Section.INVITES,
                new InvitesView(
                        text,
                        formats,
                        new InvitesViewModel(text, source, admin.invites(), deeds),
                        people,
                        theme.zoom()),
                Section.ROLES,
                new RolesView(text, new RolesViewModel(text, source, admin.roles(), deeds), dialogs),
                Section.BLOCKED,
                new BlockedView(
                        text,
                        formats,
                        new BlockedViewModel(text, source, admin.blocks(), deeds),
                        dialogs,
                        theme.zoom()));
        return new PeopleView(text, people, requests, forms, sections);
    }
}
