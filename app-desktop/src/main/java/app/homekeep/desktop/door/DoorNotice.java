// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.door;

import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Text;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Says why the home network is shut out, and offers the cure. Takes no room while it isn't.
public final class DoorNotice extends HBox {
    private final Text text;
    private final DoorViewModel model;
    private final Leads leads;
    private final Label words = Labels.wrapping(Labels.plain(""));
    private final FlowPane cures = new FlowPane(8, 8);
    // Held here and weakly there: the model outlives the dialogs that show it.
    private final ChangeListener<Load<Door>> follows = (_, _, _) -> show();
    private boolean besideQuestion;

    public DoorNotice(Text text, DoorViewModel model, Leads leads) {
        super(12);
        this.text = text;
        this.model = model;
        this.leads = leads;
        getStyleClass().addAll("panel-card", "notice-warn");
        words.setId("door-closed");
        var said = new VBox(12, words, cures);
        HBox.setHgrow(said, Priority.ALWAYS);
        getChildren().addAll(Icons.WARNING.node("warn-icon"), said);
        model.door().addListener(new WeakChangeListener<>(follows));
        show();
    }

    /// Keeps silent where the window asks about the network already.
    public DoorNotice besideQuestion() {
        besideQuestion = true;
        show();
        return this;
    }

    private void show() {
        boolean asked = besideQuestion && model.unknown().isPresent();
        boolean closed = model.closed().isPresent() && !asked;
        setVisible(closed);
        setManaged(closed);
        model.closed().ifPresent(why -> {
            words.setText(sentence(why));
            cures.getChildren().setAll(cures(why));
        });
    }

    private String sentence(Closed why) {
        return model.inTheWay()
                .map(network -> text.get("door.closed.not_home.of", model.named(network)))
                .orElseGet(() -> text.get("door.closed." + why.id()));
    }

    private List<Node> cures(Closed why) {
        return switch (why) {
            case SETTING -> List.of(Buttons.primary("door-open", text.get("door.open"), Icons.NETWORK, model::open));
            case NOT_HOME ->
                model
                        .inTheWay()
                        .<Node>map(network -> Buttons.primary(
                                "door-home",
                                text.get("network.home.this"),
                                Icons.OVERVIEW,
                                () -> model.answer(network, true)))
                        .stream()
                        .toList();
            case LOCKDOWN ->
                List.of(Buttons.plain("door-lockdown", text.get("door.lockdown"), Icons.NEXT, leads.lockdown()));
            case PORT_TAKEN ->
                List.of(
                        Buttons.primary("door-retry", text.get("door.retry"), Icons.REFRESH, model::retry),
                        Buttons.plain("door-ports", text.get("door.ports"), Icons.NEXT, leads.ports()));
            case FAILED, OTHER ->
                List.of(
                        Buttons.primary("door-retry", text.get("door.retry"), Icons.REFRESH, model::retry),
                        Buttons.plain("door-doctor", text.get("door.doctor"), Icons.DOCTOR, leads.doctor()));
            case COMMAND_LINE -> List.of();
        };
    }
}
