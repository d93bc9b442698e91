// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.door.DoorViewModel;
import app.homekeep.desktop.door.Leads;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.FindingWords;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Makes the screen of settings.
public final class Settings {
    private final With with;
    private final ObjectProperty<Section> chosen = new SimpleObjectProperty<>(Section.NETWORK);

    /// What it is made with.
    public record With(
            Text text,
            Formats formats,
            Theme theme,
            Live.Source source,
            Admin admin,
            Dialogs dialogs,
            FilePicker files,
            Clipboard clipboard) {}

    public Settings(With with) {
        this.with = with;
    }

    /// Shows the network when the screen is seen.
    public void turnToNetwork() {
        chosen.set(Section.NETWORK);
    }

    /// Shows what the doctor says when the screen is seen.
    public void turnToDoctor() {
        chosen.set(Section.DOCTOR);
    }

    /// @param leads  where the cure for a closed door leads
    /// @param onPair lets a new device come in
    public Screen screen(Notices notices, DoorViewModel door, Leads leads, Runnable onPair) {
        Text text = with.text();
        Live.Source source = with.source();
        Admin admin = with.admin();
        var deeds = new Deeds(text, source.background(), notices);
        var words = new FindingWords(text, with.formats());
        var settings = new SettingsViewModel(text, source, admin.settings(), notices);
        var status =
                new Live<>(source, admin.server()::status, AdminEvents.NETWORK_CHANGED, AdminEvents.LOCKDOWN_CHANGED);
        Map<Section, Screen> sections = Map.of(
                Section.NETWORK,
                new NetworkSection(text, with.formats(), with.clipboard(), settings, door, status, leads),
                Section.CERTIFICATE,
                new CertificateSection(
                        text,
                        with.formats(),
                        with.clipboard(),
                        with.files(),
                        with.dialogs(),
                        new CertificateViewModel(text, source, admin.certificate(), deeds)),
                Section.PROXY,
                new ProxySection(text, settings),
                Section.DEVICES,
                new DevicesSection(
                        text,
                        with.formats(),
                        new DevicesViewModel(text, with.formats(), source, admin, deeds),
                        with.theme().zoom(),
                        onPair),
                Section.DOCTOR,
                new DoctorSection(text, words, with.clipboard(), new DoctorViewModel(source, admin.doctor(), words)));
        return new SettingsView(text, settings, new SearchViewModel(text), sections, chosen);
    }
}
