// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.DevicesApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Page;
import app.homekeep.model.account.User;
import app.homekeep.model.device.KnownDevice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Everybody's devices, and whether they trust this server's certificate. FX thread only.
final class DevicesViewModel {
    private final Text text;
    private final Formats formats;
    private final DevicesApi api;
    private final Deeds deeds;
    private final Live<List<KnownDevice>> devices;

    DevicesViewModel(Text text, Formats formats, Live.Source source, Admin admin, Deeds deeds) {
        this.text = text;
        this.formats = formats;
        this.api = admin.devices();
        this.deeds = deeds;
        // A device becomes known when somebody signs in, and says that it trusts when it is paired.
        devices = new Live<>(
                source,
                () -> all(admin),
                AdminEvents.SESSIONS_CHANGED,
                AdminEvents.PAIRINGS_CHANGED,
                AdminEvents.USERS_CHANGED);
    }

    ReadOnlyObjectProperty<Load<List<KnownDevice>>> devices() {
        return devices.value();
    }

    void onShow() {
        devices.onShow();
    }

    void onHide() {
        devices.onHide();
    }

    void load() {
        devices.load();
    }

    /// Whether it shows a warning at each visit, in words.
    String trust(KnownDevice device) {
        Instant since = device.trustedSince();
        return since == null ? text.get("devices.not_trusted") : text.get("devices.trusted", formats.day(since));
    }

    /// The same in a whole sentence.
    String trustInFull(KnownDevice device) {
        return text.get(device.trustedSince() == null ? "devices.not_trusted.words" : "devices.trusted.words");
    }

    Badge.Tone tone(KnownDevice device) {
        return device.trustedSince() == null ? Badge.Tone.NEUTRAL : Badge.Tone.GOOD;
    }

    void remove(KnownDevice device) {
        deeds.run(() -> api.forget(device.id()), text.get("people.device.forgotten", device.name()), this::load);
    }

    /// Those seen last first.
    private static List<KnownDevice> all(Admin admin) {
        List<KnownDevice> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<User> page = admin.people().users(after);
            page.items().forEach(user -> all.addAll(admin.devices().devicesOf(user.username())));
            after = Optional.ofNullable(page.next());
        } while (after.isPresent());
        all.sort(Comparator.comparing(KnownDevice::lastSeenAt).reversed());
        return all;
    }
}
