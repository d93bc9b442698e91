// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.pairing;

import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.door.DoorNotice;
import app.homekeep.desktop.door.DoorViewModel;
import app.homekeep.desktop.door.Leads;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.CopyField;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Fingerprint;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.QrView;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.pairing.Pairing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A pairing on screen: the code, the steps as they are taken, and what to do where one is not.
final class PairingPane extends StackPane {
    private static final int CODE = 216;

    private final Text text;
    private final Formats formats;
    private final Clipboard clipboard;
    private final PairingViewModel model;
    private final VBox code = new VBox(8);
    private final VBox way = new VBox(12);
    private final VBox steps = new VBox(8);
    private final VBox advice = new VBox(8);
    private final Label time = Labels.wrapping(Labels.muted(""));
    private final VBox content;
    private String drawn = "";

    PairingPane(
            Text text, Formats formats, Clipboard clipboard, PairingViewModel model, DoorViewModel door, Leads leads) {
        this.text = text;
        this.formats = formats;
        this.clipboard = clipboard;
        this.model = model;
        getStyleClass().add("pairing");
        steps.setId("pairing-steps");
        advice.setId("pairing-advice");
        time.setId("pairing-time");
        code.getStyleClass().add("pairing-code");
        way.setMinWidth(0);
        HBox.setHgrow(way, Priority.ALWAYS);
        way.getChildren().addAll(steps, advice);
        content = new VBox(16, new DoorNotice(text, door, leads), new HBox(24, code, way));
        getChildren()
                .add(new LoadPane<>(
                        text, model.pairing(), model::begin, content, this::fill, _ -> false, new StackPane()));
        model.seconds().addListener((_, _, _) -> refresh());
        model.findings().addListener((_, _, _) -> refresh());
    }

    private void refresh() {
        if (model.pairing().get() instanceof Load.Ready<Pairing>(Pairing pairing)) {
            fill(pairing);
        }
    }

    private void fill(Pairing pairing) {
        Phase phase = model.phase(pairing);
        code(pairing, phase);
        steps.getChildren().clear();
        for (Step step : Step.values()) {
            steps.getChildren().add(step(step, pairing));
        }
        advice.getChildren().setAll(advice(pairing, phase));
        time.setText(text.get("pairing.left", formats.span(model.left(pairing))));
    }

    /// Drawn anew only when it shows something else, so that nothing flickers or loses the keyboard.
    private void code(Pairing pairing, Phase phase) {
        String what = phase == Phase.OVER || phase == Phase.IN ? phase.name() : pairing.url();
        if (what.equals(drawn)) {
            return;
        }
        drawn = what;
        code.getChildren()
                .setAll(
                        switch (phase) {
                            case IN -> List.of(arrived(pairing));
                            case OVER -> List.of(over());
                            case WAITING, LATE, ARRIVED, STUCK -> scan(pairing);
                        });
    }

    private List<Node> scan(Pairing pairing) {
        var qr = new QrView(pairing.url(), CODE, text.get("pairing.qr"));
        qr.setId("pairing-qr");
        var address = new CopyField(text, clipboard, text.get("pairing.address"), pairing.url());
        address.setId("pairing-address");
        List<Node> nodes = new ArrayList<>(List.of(qr, address, time));
        // There is nothing to compare where devices trust the owner's own certificate already.
        if (!pairing.fingerprint().isEmpty()) {
            nodes.add(Labels.wrapping(Labels.muted(text.get("pairing.fingerprint"))));
            nodes.add(new Fingerprint(text, clipboard, pairing.fingerprint()));
        }
        return nodes;
    }

    private Node arrived(Pairing pairing) {
        boolean trusted = Trust.of(pairing) == Trust.TRUSTED;
        var name = Labels.wrapping(Labels.heading(text.get("pairing.in", model.device(pairing))));
        name.setId("pairing-in");
        name.getStyleClass().add("centred");
        var words = Labels.wrapping(Labels.plain(text.get(trusted ? "pairing.in.trusted" : "pairing.in.warned")));
        words.getStyleClass().add("centred");
        var sign = new StackPane(Icons.DONE.node("sign-icon"));
        sign.getStyleClass().addAll("sign", "sign-good");
        var box = new VBox(12, sign, name, words);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node over() {
        var again = Buttons.primary("pairing-again", text.get("pairing.again"), Icons.REFRESH, model::begin);
        return new EmptyState(Icons.PAIR, text.get("pairing.over"), text.get("pairing.over.words"), again);
    }

    private Node step(Step step, Pairing pairing) {
        boolean done = step.done(pairing);
        boolean warned = step == Step.TRUST && Trust.of(pairing) == Trust.WARNED;
        Label words = Labels.wrapping(done ? Labels.strong(said(step, pairing)) : Labels.muted(text.get(step.key())));
        words.setId("step-" + step.name().toLowerCase(Locale.ROOT));
        words.setAccessibleText(text.get(done ? "pairing.step.done" : "pairing.step.open", words.getText()));
        var icon = done
                ? (warned ? Icons.WARNING.node("warn-icon") : Icons.OK.node("good-icon"))
                : Icons.AHEAD.node("quiet-icon");
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(8, icon, words);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private String said(Step step, Pairing pairing) {
        if (step == Step.PAGE) {
            return text.get("pairing.step.page.by", model.device(pairing));
        }
        if (step == Step.TRUST) {
            return text.get(
                    Trust.of(pairing) == Trust.TRUSTED ? "pairing.step.trust.trusted" : "pairing.step.trust.warned");
        }
        return text.get(step.key());
    }

    private List<Node> advice(Pairing pairing, Phase phase) {
        List<Node> lines = new ArrayList<>();
        switch (phase) {
            case WAITING -> lines.add(Labels.wrapping(Labels.plain(text.get("pairing.waiting"))));
            case LATE -> {
                lines.add(Labels.wrapping(Labels.strong(text.get("pairing.late"))));
                model.reasons().forEach(reason -> lines.add(bullet(reason)));
            }
            case ARRIVED -> lines.add(Labels.wrapping(Labels.plain(text.get("pairing.arrived"))));
            case STUCK -> {
                lines.add(Labels.wrapping(Labels.strong(text.get("pairing.stuck", model.device(pairing)))));
                lines.add(bullet(
                        text.get(Step.CERTIFICATE.done(pairing) ? "pairing.stuck.install" : "pairing.stuck.fetch")));
                lines.add(bullet(text.get("pairing.stuck.use")));
                lines.add(bullet(text.get("pairing.stuck.time")));
            }
            case IN -> {
                if (!Step.NAME.done(pairing)) {
                    lines.add(Labels.wrapping(Labels.muted(text.get("pairing.in.no_name"))));
                }
            }
            case OVER -> {}
        }
        return lines;
    }

    private static Node bullet(String words) {
        Label label = Labels.wrapping(Labels.plain(words));
        HBox.setHgrow(label, Priority.ALWAYS);
        return new HBox(8, Labels.muted("•"), label);
    }
}
