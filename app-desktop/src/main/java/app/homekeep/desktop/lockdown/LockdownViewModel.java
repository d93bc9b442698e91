// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.lockdown;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.CertificateApi;
import app.homekeep.desktop.admin.LockdownApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Latest;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.model.lockdown.Lockdown;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Whether the house is locked down. One for a window, which follows the server as long as the window is seen. FX
/// thread
/// only.
final class LockdownViewModel {
    private final Text text;
    private final LockdownApi api;
    private final CertificateApi certificates;
    private final Deeds deeds;
    private final Live<Lockdown> lockdown;
    private final Latest askingCertificate;
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<DoorCertificate>> certificate =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Point, BooleanProperty> ticks = new EnumMap<>(Point.class);

    LockdownViewModel(Text text, Live.Source source, Admin admin, Deeds deeds) {
        this.text = text;
        this.api = admin.lockdown();
        this.certificates = admin.certificate();
        this.deeds = deeds;
        askingCertificate = new Latest(source.background());
        for (Point point : Point.values()) {
            ticks.put(point, new SimpleBooleanProperty());
        }
        lockdown = new Live<>(source, api::lockdown, AdminEvents.LOCKDOWN_CHANGED);
        lockdown.value().addListener((_, _, now) -> seen(now));
    }

    ReadOnlyObjectProperty<Load<Lockdown>> lockdown() {
        return lockdown.value();
    }

    ReadOnlyBooleanProperty serverUp() {
        return lockdown.serverUp();
    }

    ReadOnlyBooleanProperty locked() {
        return locked.getReadOnlyProperty();
    }

    /// While the server is being told.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What the LAN door will show, to compare; empty where the panel has not seen it while the door was open.
    ReadOnlyObjectProperty<Optional<DoorCertificate>> certificate() {
        return certificate.getReadOnlyProperty();
    }

    /// Whether the owner has looked at it.
    BooleanProperty ticked(Point point) {
        return Objects.requireNonNull(ticks.get(point));
    }

    /// How many points the owner hasn't looked at.
    int open() {
        return (int) ticks.values().stream().filter(tick -> !tick.get()).count();
    }

    void onShow() {
        lockdown.onShow();
    }

    void onHide() {
        lockdown.onHide();
        askingCertificate.cancel();
    }

    void load() {
        lockdown.load();
    }

    void lock() {
        busy.set(true);
        deeds.run(api::lock, text.get("lockdown.done"), this::told);
    }

    void reopen() {
        busy.set(true);
        deeds.run(api::reopen, text.get("lockdown.reopened"), this::told);
    }

    private void told() {
        busy.set(false);
        load();
    }

    private void seen(Load<Lockdown> now) {
        // What isn't known for a moment doesn't open the house.
        if (now instanceof Load.Ready<Lockdown>(Lockdown known)) {
            if (known.locked() != locked.get()) {
                ticks.values().forEach(tick -> tick.set(false));
                locked.set(known.locked());
            }
            // A closed door shows none, so it is asked for while the house is open.
            if (!known.locked()) {
                askingCertificate.run(certificates::certificate, here -> certificate.set(Optional.of(here)), _ -> {});
            }
        }
    }
}
