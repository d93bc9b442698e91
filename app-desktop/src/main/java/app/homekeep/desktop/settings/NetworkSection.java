// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.door.Door;
import app.homekeep.desktop.door.DoorNotice;
import app.homekeep.desktop.door.DoorViewModel;
import app.homekeep.desktop.door.Leads;
import app.homekeep.desktop.kit.AddressCard;
import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.ServerStatus;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How the home network reaches the server.
final class NetworkSection implements Screen {
    private static final List<String> PORTS = List.of("lan_port", "welcome_port", "local_port");

    private final Text text;
    private final SettingsViewModel settings;
    private final DoorViewModel door;
    private final Live<ServerStatus> status;
    private final Badge state = new Badge("", Badge.Tone.NEUTRAL);
    private final Label announced = Labels.wrapping(Labels.plain(""));
    private final Node node;

    NetworkSection(
            Text text,
            Formats formats,
            Clipboard clipboard,
            SettingsViewModel settings,
            DoorViewModel door,
            Live<ServerStatus> status,
            Leads leads) {
        this.text = text;
        this.settings = settings;
        this.door = door;
        this.status = status;
        state.setId("door-state");
        announced.setId("announced");
        var addresses = new AddressCard(text, clipboard);
        addresses.node().setId(Topic.ADDRESSES.id());
        status.value().addListener((_, _, now) -> {
            if (now instanceof Load.Ready<ServerStatus>(ServerStatus here)) {
                addresses.show(here.addresses());
            }
        });
        var cards = new VBox(
                16,
                TopicCard.of(
                                text,
                                Topic.DOOR,
                                new SettingSwitch(text, settings, DoorViewModel.OPEN, "settings.door"),
                                new DoorNotice(text, door, leads))
                        .beside(state),
                addresses.node(),
                TopicCard.of(
                        text,
                        Topic.NAME,
                        announced,
                        new SettingSwitch(text, settings, "announce_name", "settings.announce")),
                TopicCard.of(text, Topic.NETWORKS, new NetworkList(text, formats, door)),
                TopicCard.of(text, Topic.PORTS, ports()),
                TopicCard.of(
                        text, Topic.SLEEP, new SettingSwitch(text, settings, "keep_awake", "settings.keep_awake")));
        cards.getStyleClass().add("scrolled");
        node = ScreenLayout.scrolling(cards);
        door.door().addListener((_, _, _) -> show());
        show();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        status.onShow();
    }

    @Override
    public void onHide() {
        status.onHide();
    }

    private void show() {
        boolean known = door.door().get() instanceof Load.Ready<Door>;
        boolean open = known && door.closed().isEmpty();
        state.setVisible(known);
        state.show(
                text.get(open ? "settings.door.open" : "settings.door.closed"),
                open ? Badge.Tone.GOOD : Badge.Tone.WARN);
        if (door.door().get() instanceof Load.Ready<Door>(Door now)) {
            String name = now.lan().name();
            announced.setText(
                    name == null ? text.get("settings.announced.none") : text.get("settings.announced", name));
        }
    }

    private Node ports() {
        SettingsForm values = settings.form(PORTS);
        var form = new Form();
        for (String name : PORTS) {
            form.text(
                    name,
                    text.get("settings." + name),
                    text.get("settings." + name + ".words"),
                    values.field(name).value,
                    values.field(name).problem);
        }
        return new SavedForm(text, form, values.state, "save-ports", () -> settings.save(values));
    }
}
