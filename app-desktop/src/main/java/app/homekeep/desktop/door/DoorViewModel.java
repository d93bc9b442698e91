// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.door;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.NetworksApi;
import app.homekeep.desktop.admin.SettingsApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.network.KnownNetwork;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Whether the home network reaches the server, and the owner's word on it. One for a window, which follows the server
/// as long as the window is seen. FX thread only.
public final class DoorViewModel {
    /// The setting that keeps the door closed.
    public static final String OPEN = "lan_door_open";

    private final Text text;
    private final NetworksApi networks;
    private final SettingsApi settings;
    private final Deeds deeds;
    private final Live<Door> door;

    public DoorViewModel(Text text, Live.Source source, Admin admin, Deeds deeds) {
        this.text = text;
        this.networks = admin.networks();
        this.settings = admin.settings();
        this.deeds = deeds;
        door = new Live<>(
                source,
                () -> new Door(admin.server().status().lanDoor(), networks.networks()),
                AdminEvents.NETWORK_CHANGED,
                AdminEvents.LOCKDOWN_CHANGED);
    }

    public ReadOnlyObjectProperty<Load<Door>> door() {
        return door.value();
    }

    public ReadOnlyBooleanProperty serverUp() {
        return door.serverUp();
    }

    /// Why it is closed; empty while it is open or nothing is known.
    public Optional<Closed> closed() {
        return door.now().flatMap(Door::closed);
    }

    /// The network that keeps the door closed.
    public Optional<KnownNetwork> inTheWay() {
        return door.now().flatMap(Door::inTheWay);
    }

    /// The network that the owner is to be asked about.
    Optional<KnownNetwork> unknown() {
        return door.now().flatMap(Door::unknown);
    }

    /// What a network is called: by its router, or by its addresses where it has none.
    public String named(KnownNetwork network) {
        return network.gateway().isEmpty()
                ? text.get("network.named.prefix", network.prefix())
                : text.get("network.named.router", network.gateway());
    }

    public void onShow() {
        door.onShow();
    }

    public void onHide() {
        door.onHide();
    }

    public void load() {
        door.load();
    }

    /// Takes back that the owner closed the door.
    public void open() {
        deeds.run(() -> settings.change(Map.of(OPEN, true)), text.get("network.opened"), this::load);
    }

    public void answer(KnownNetwork network, boolean home) {
        deeds.run(
                () -> networks.answer(network.id(), home),
                text.get(home ? "network.is_home" : "network.is_not_home", named(network)),
                this::load);
    }

    public void forget(KnownNetwork network) {
        deeds.run(() -> networks.forget(network.id()), text.get("network.forgotten", named(network)), this::load);
    }

    /// Tries to open the door anew.
    public void retry() {
        deeds.run(networks::restartDoors, text.get("network.retried"), this::load);
    }
}
