// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.door.Door;
import app.homekeep.desktop.door.DoorViewModel;
import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.network.KnownNetwork;
import app.homekeep.model.network.KnownNetwork.Standing;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The networks this computer knows, those it is on first, and the owner's word about each.
final class NetworkList extends VBox {
    private static final Comparator<KnownNetwork> HERE_FIRST = Comparator.comparing(KnownNetwork::here)
            .thenComparing(KnownNetwork::lastSeenAt)
            .reversed();

    private final Text text;
    private final Formats formats;
    private final DoorViewModel model;
    private List<KnownNetwork> shown = List.of();

    NetworkList(Text text, Formats formats, DoorViewModel model) {
        super(16);
        this.text = text;
        this.formats = formats;
        this.model = model;
        setId("networks");
        model.door().addListener((_, _, now) -> show(now));
        getChildren().add(Labels.muted(text.get("settings.networks.none")));
        show(model.door().get());
    }

    private void show(Load<Door> load) {
        if (load instanceof Load.Ready<Door>(Door door) && !door.networks().equals(shown)) {
            shown = door.networks();
            getChildren()
                    .setAll(shown.stream().sorted(HERE_FIRST).map(this::line).toList());
            if (shown.isEmpty()) {
                getChildren().add(Labels.muted(text.get("settings.networks.none")));
            }
        }
    }

    private Node line(KnownNetwork network) {
        var name = Labels.strong(model.named(network));
        var badges = new FlowPane(8, 4, name, standing(network));
        if (network.here()) {
            var here = new Badge(text.get("settings.networks.here"), Badge.Tone.ACCENT);
            here.getStyleClass().add("badge-small");
            badges.getChildren().add(here);
        }
        var seen = Labels.wrapping(Labels.muted(text.get(
                "settings.networks.seen",
                network.prefix(),
                formats.moment(network.firstSeenAt()),
                formats.moment(network.lastSeenAt()))));
        Labels.explained(seen, formats.utc(network.lastSeenAt()));
        return new VBox(4, badges, seen, answers(network));
    }

    private Badge standing(KnownNetwork network) {
        var badge = switch (network.standing()) {
            case HOME -> new Badge(text.get("settings.networks.home"), Badge.Tone.GOOD);
            case AWAY -> new Badge(text.get("settings.networks.away"), Badge.Tone.NEUTRAL);
            case UNKNOWN -> new Badge(text.get("settings.networks.unknown"), Badge.Tone.WARN);
        };
        badge.getStyleClass().add("badge-small");
        return badge;
    }

    private Node answers(KnownNetwork network) {
        var answers = new FlowPane(8, 8);
        answers.setAlignment(Pos.CENTER_LEFT);
        if (network.standing() != Standing.HOME) {
            answers.getChildren()
                    .add(button(
                            "home", "network.home.this", Icons.OVERVIEW, network, () -> model.answer(network, true)));
        }
        if (network.standing() != Standing.AWAY) {
            answers.getChildren()
                    .add(button("away", "network.home.not", Icons.CLOSE, network, () -> model.answer(network, false)));
        }
        answers.getChildren()
                .add(button("forget", "network.forget", Icons.FORGET, network, () -> model.forget(network)));
        return answers;
    }

    private Button button(String what, String key, Icons icon, KnownNetwork network, Runnable action) {
        Button button = Buttons.plain(what + "-" + network.id(), text.get(key), icon, action);
        button.getStyleClass().add("tight");
        return Buttons.named(button, text.get("settings.networks.action", text.get(key), model.named(network)));
    }
}
