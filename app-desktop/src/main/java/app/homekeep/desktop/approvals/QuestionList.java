// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.approvals;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.device.Approval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The questions on screen, one below the other. A question that stays keeps its nodes, so that a button doesn't go
/// away under the pointer.
final class QuestionList extends VBox {
    private final Text text;
    private final ApprovalsViewModel model;
    private final int atMost;
    private final Label more = Labels.muted("");
    private final Map<Approval, Question> shown = new LinkedHashMap<>();

    private record Question(Node node, Label left) {}

    /// @param id     of the list, which begins the ids of what is in it
    /// @param atMost how many are shown; the rest is only counted
    QuestionList(Text text, ApprovalsViewModel model, String id, int atMost) {
        super(8);
        this.text = text;
        this.model = model;
        this.atMost = atMost;
        setId(id);
        model.waiting().addListener((_, _, _) -> show());
        model.seconds().addListener((_, _, _) -> count());
        show();
    }

    private void show() {
        List<Approval> waiting = model.waiting().get();
        List<Approval> first = waiting.subList(0, Math.min(atMost, waiting.size()));
        shown.keySet().retainAll(first);
        first.forEach(approval -> shown.computeIfAbsent(approval, this::question));
        getChildren().setAll(first.stream().map(shown::get).map(Question::node).toList());
        if (waiting.size() > atMost) {
            more.setText(text.get("approval.more", waiting.size() - atMost));
            getChildren().add(more);
        }
        boolean any = !waiting.isEmpty();
        getStyleClass().remove("questions-none");
        if (!any) {
            getStyleClass().add("questions-none");
        }
        count();
    }

    private void count() {
        shown.forEach((approval, question) -> question.left().setText(text.get("approval.left", model.left(approval))));
    }

    private Question question(Approval approval) {
        Label words = Labels.wrapping(Labels.strong(model.question(approval)));
        words.setId(getId() + "-" + approval.id());
        Label from = Labels.wrapping(Labels.muted(model.from(approval)));
        var said = new VBox(4, words, from);
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        Label left = Labels.muted("");
        left.setMinWidth(Region.USE_PREF_SIZE);
        var allow = Buttons.primary(
                getId() + "-allow-" + approval.id(),
                text.get("approval.allow"),
                Icons.DONE,
                () -> model.allow(approval));
        var deny = Buttons.danger(
                getId() + "-deny-" + approval.id(), text.get("approval.deny"), Icons.BLOCK, () -> model.deny(approval));
        allow.setAccessibleText(text.get("approval.allow.words", model.question(approval)));
        deny.setAccessibleText(text.get("approval.deny.words", model.question(approval)));
        var line = new HBox(12, Icons.QUESTION.node("question-icon"), said, left, deny, allow);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("question");
        return new Question(line, left);
    }
}
