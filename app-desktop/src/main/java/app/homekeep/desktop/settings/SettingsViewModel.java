// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.ServerSettings;
import app.homekeep.desktop.admin.SettingsApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.text.Text;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The server's settings. FX thread only.
final class SettingsViewModel {
    private final Text text;
    private final Live.Source source;
    private final SettingsApi api;
    private final Notices notices;
    private final Deeds deeds;
    private final Live<ServerSettings> settings;

    SettingsViewModel(Text text, Live.Source source, SettingsApi api, Notices notices) {
        this.text = text;
        this.source = source;
        this.api = api;
        this.notices = notices;
        deeds = new Deeds(text, source.background(), notices);
        // One that is changed elsewhere has no event of its own, but stands in the log.
        settings = new Live<>(source, api::settings, AdminEvents.AUDIT_APPENDED, AdminEvents.NETWORK_CHANGED);
    }

    ReadOnlyObjectProperty<Load<ServerSettings>> settings() {
        return settings.value();
    }

    ReadOnlyBooleanProperty serverUp() {
        return settings.serverUp();
    }

    ServerSettings now() {
        return settings.now().orElse(ServerSettings.NONE);
    }

    void onShow() {
        settings.onShow();
    }

    void onHide() {
        settings.onHide();
    }

    void load() {
        settings.load();
    }

    /// Turns a switch.
    ///
    /// @param words tell that it is done
    void turn(String name, boolean on, String words) {
        deeds.run(() -> api.change(Map.of(name, on)), words, this::load);
    }

    /// A form over some of them, which follows them as long as this is shown.
    SettingsForm form(List<String> names) {
        var form = new SettingsForm(names, new FormState(text, source.background()));
        form.fill(now());
        settings.value().addListener((_, _, _) -> form.fill(now()));
        return form;
    }

    /// Sends what was changed in a form, if anything was.
    void save(SettingsForm form) {
        Map<String, Object> changes = form.changes();
        if (changes.isEmpty()) {
            notices.done(text.get("settings.nothing_changed"));
            return;
        }
        form.state.send(
                () -> {
                    api.change(changes);
                    return api.settings();
                },
                now -> {
                    form.taken(now);
                    notices.done(text.get("settings.saved"));
                    load();
                });
    }
}
