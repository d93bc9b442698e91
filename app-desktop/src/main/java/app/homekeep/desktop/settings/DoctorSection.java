// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.kit.AsyncButton;
import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Card;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.FindingWords;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.Finding;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What the doctor finds, on screen.
final class DoctorSection implements Screen {
    private final FindingWords words;
    private final DoctorViewModel model;
    private final VBox lines = new VBox(16);
    private final Node node;

    DoctorSection(Text text, FindingWords words, Clipboard clipboard, DoctorViewModel model) {
        this.words = words;
        this.model = model;
        lines.setId("findings");
        var actions = new FlowPane(
                8,
                8,
                new AsyncButton(
                        "look-again",
                        text.get("doctor.again"),
                        text.get("doctor.looking"),
                        Icons.REFRESH,
                        model.busy(),
                        model::look),
                Buttons.plain("copy-findings", text.get("doctor.copy"), Icons.COPY, () -> clipboard.copy(model.all())));
        Card card = TopicCard.of(text, Topic.DOCTOR, actions, lines);
        var content = new VBox(card);
        content.getStyleClass().add("scrolled");
        node = new LoadPane<>(
                text,
                model.findings(),
                model::look,
                ScreenLayout.scrolling(content),
                this::fill,
                _ -> false,
                new EmptyState(Icons.OK, text.get("doctor.again"), text.get("doctor.looking")));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        model.onShow();
    }

    @Override
    public void onHide() {
        model.onHide();
    }

    private void fill(List<Finding> findings) {
        lines.getChildren().setAll(findings.stream().map(this::line).toList());
    }

    private Node line(Finding finding) {
        var badge = new Badge(words.state(finding), words.tone(finding));
        badge.getStyleClass().add("badge-small");
        return new VBox(
                4,
                new FlowPane(8, 4, Labels.strong(words.part(finding)), badge),
                Labels.wrapping(Labels.plain(words.sentence(finding))));
    }
}
