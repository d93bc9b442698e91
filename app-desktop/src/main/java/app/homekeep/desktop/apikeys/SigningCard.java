// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.apikeys;

import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Card;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.SigningKey;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Which keys sign sign-ins now, and the way to a new one.
final class SigningCard {
    private final Text text;
    private final Formats formats;
    private final SigningKeysViewModel model;
    private final Dialogs dialogs;
    private final VBox lines = new VBox(8);
    private final Button rotate;
    private final Card card;

    SigningCard(Text text, Formats formats, SigningKeysViewModel model, Dialogs dialogs) {
        this.text = text;
        this.formats = formats;
        this.model = model;
        this.dialogs = dialogs;
        rotate = Buttons.plain("rotate", text.get("signing.rotate"), Icons.RESTART, this::ask);
        card = new Card(text.get("signing.title"), Labels.wrapping(Labels.muted(text.get("signing.words"))), lines)
                .beside(rotate);
        model.keys().addListener((_, _, now) -> show(now));
        show(model.keys().get());
    }

    Node node() {
        return card;
    }

    private void show(Load<List<SigningKey>> load) {
        rotate.setDisable(!model.rotates());
        lines.getChildren().clear();
        switch (load) {
            case Load.Loading<List<SigningKey>>() -> {}
            case Load.Ready<List<SigningKey>>(List<SigningKey> keys) ->
                keys.forEach(key -> lines.getChildren().add(line(key)));
            case Load.Failed<List<SigningKey>>(var problem) ->
                lines.getChildren().add(Labels.wrapping(Labels.plain(text.problem(problem))));
        }
    }

    private Node line(SigningKey key) {
        boolean active = key.state().equals("active");
        var state = new Badge(
                text.get(active ? "signing.active" : "signing.retiring"),
                active ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL);
        state.getStyleClass().add("badge-small");
        var line = new HBox(12, state, Labels.mono(key.id()), Labels.wrapping(Labels.muted(since(key))));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String since(SigningKey key) {
        Instant created = key.createdAt();
        Instant retires = key.retireAt();
        if (key.fixed()) {
            return text.get("signing.fixed");
        }
        if (retires != null) {
            return text.get("signing.until", formats.moment(retires));
        }
        return created == null ? "" : text.get("signing.since", formats.moment(created));
    }

    private void ask() {
        dialogs.choose(
                text.get("signing.rotate.title"),
                text.get("signing.rotate.words"),
                List.of(
                        new Dialogs.Choice(
                                "rotate-overlap", text.get("signing.rotate.overlap"), false, () -> model.rotate(false)),
                        new Dialogs.Choice(
                                "rotate-at-once", text.get("signing.rotate.at_once"), true, () -> model.rotate(true))));
    }
}
