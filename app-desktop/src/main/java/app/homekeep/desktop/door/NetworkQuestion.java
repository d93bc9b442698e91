// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.door;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.network.KnownNetwork;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks whether a network that the server doesn't know is home. Takes no room while there is nothing to ask.
public final class NetworkQuestion extends VBox {
    private final Text text;
    private final DoorViewModel model;

    public NetworkQuestion(Text text, DoorViewModel model) {
        this.text = text;
        this.model = model;
        setId("network-question");
        model.door().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        getStyleClass().setAll("questions-none");
        model.unknown().ifPresent(network -> {
            getStyleClass().setAll("questions-banner");
            getChildren().add(question(network));
        });
    }

    private Node question(KnownNetwork network) {
        var words = Labels.wrapping(Labels.strong(text.get("network.question", model.named(network))));
        words.setId("network-question-words");
        var said = new VBox(4, words, Labels.wrapping(Labels.muted(text.get("network.question.why"))));
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        var home = Buttons.primary(
                "network-home", text.get("network.home.this"), Icons.OVERVIEW, () -> model.answer(network, true));
        var away = Buttons.plain(
                "network-away", text.get("network.home.not"), Icons.CLOSE, () -> model.answer(network, false));
        var line = new HBox(12, Icons.NETWORK.node("question-icon"), said, away, home);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("question");
        return line;
    }
}
