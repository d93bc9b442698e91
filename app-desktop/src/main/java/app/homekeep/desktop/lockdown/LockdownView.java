// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.lockdown;

import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.AsyncButton;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Card;
import app.homekeep.desktop.kit.Fingerprint;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.WhileUp;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.shell.Route;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.lockdown.Lockdown;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The house while it is locked down: what that did, and what to look at before it is opened again. Else what a
/// lockdown
/// would do.
final class LockdownView implements Screen {
    private final Text text;
    private final Formats formats;
    private final Clipboard clipboard;
    private final LockdownViewModel model;
    private final LockdownQuestions questions;
    private final Consumer<Route> go;
    private final VBox content = new VBox(16);
    private final Node node;

    LockdownView(
            Text text,
            Formats formats,
            Clipboard clipboard,
            LockdownViewModel model,
            LockdownQuestions questions,
            Consumer<Route> go) {
        this.text = text;
        this.formats = formats;
        this.clipboard = clipboard;
        this.model = model;
        this.questions = questions;
        this.go = go;
        content.getStyleClass().add("scrolled");
        var pane = new LoadPane<>(
                text,
                model.lockdown(),
                model::load,
                ScreenLayout.scrolling(content),
                this::fill,
                _ -> false,
                new StackPane());
        model.certificate().addListener((_, _, _) -> refill());
        node = new ScreenLayout(
                text.get("route.lockdown"), new WhileUp(text, model.serverUp(), pane, text.get("lockdown.down.words")));
    }

    @Override
    public Node node() {
        return node;
    }

    /// What it shows runs with the window.
    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    private void refill() {
        if (model.lockdown().get() instanceof Load.Ready<Lockdown>(Lockdown now)) {
            fill(now);
        }
    }

    private void fill(Lockdown now) {
        if (now.locked()) {
            content.getChildren().setAll(state(now), checklist());
        } else {
            content.getChildren().setAll(usual());
        }
    }

    private Node usual() {
        Button lock = Buttons.danger("lock-here", text.get("lockdown.lock"), Icons.LOCKDOWN, questions::lock);
        return new Card(
                text.get("lockdown.usual"),
                Labels.wrapping(Labels.plain(text.get("lockdown.usual.words"))),
                LockdownQuestions.whatHappens(text),
                lock);
    }

    private Node state(Lockdown now) {
        var title = Labels.wrapping(Labels.large(text.get("lockdown.locked")));
        title.setId("locked-down");
        var words = Labels.wrapping(Labels.muted(since(now)));
        words.setId("locked-since");
        var did = Labels.wrapping(Labels.plain(text.get("lockdown.did", now.sessions(), now.apiKeys())));
        did.setId("locked-did");
        var here = Labels.wrapping(
                Labels.muted(text.get(now.lanDoor() ? "lockdown.did.network" : "lockdown.did.network.closed_before")));
        var said = new VBox(4, title, words, did, here);
        HBox.setHgrow(said, Priority.ALWAYS);
        var sign = new StackPane(Icons.LOCKDOWN.node("sign-icon"));
        sign.getStyleClass().addAll("sign", "sign-bad");
        var line = new HBox(16, sign, said);
        line.getStyleClass().add("panel-card");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String since(Lockdown now) {
        Instant since = now.since();
        String when = since == null ? "" : formats.moment(since);
        return Optional.ofNullable(now.by())
                .map(by -> text.get("lockdown.since.by", when, by))
                .orElseGet(() -> text.get("lockdown.since", when));
    }

    private Node checklist() {
        var lines = new VBox(16);
        for (Point point : Point.values()) {
            lines.getChildren().add(line(point));
        }
        var reopen = new AsyncButton(
                "reopen",
                text.get("lockdown.reopen.ask"),
                text.get("lockdown.reopen.busy"),
                Icons.UNBLOCK,
                model.busy(),
                questions::reopen);
        return new Card(
                text.get("lockdown.checklist"),
                Labels.wrapping(Labels.muted(text.get("lockdown.checklist.words"))),
                lines,
                reopen);
    }

    private Node line(Point point) {
        var tick = new CheckBox(text.get(point.key()));
        tick.setId("point-" + point.id());
        tick.setWrapText(true);
        tick.getStyleClass().add("strong");
        tick.selectedProperty().bindBidirectional(model.ticked(point));
        Label words = Labels.wrapping(Labels.muted(text.get(point.key() + ".words")));
        var said = new VBox(4, tick, words);
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        if (point == Point.CERTIFICATE) {
            model.certificate()
                    .get()
                    .ifPresent(certificate -> said.getChildren()
                            .addAll(
                                    Labels.wrapping(Labels.muted(text.get("lockdown.point.certificate.compare"))),
                                    new Fingerprint(text, clipboard, certificate.fingerprint())));
        }
        var line = new HBox(12, said);
        line.setAlignment(Pos.CENTER_LEFT);
        point.leads()
                .ifPresent(route -> line.getChildren()
                        .add(Buttons.plain(
                                "lead-" + point.id(),
                                text.get("lockdown.lead", text.get(route.title())),
                                Icons.NEXT,
                                () -> go.accept(route))));
        return line;
    }
}
