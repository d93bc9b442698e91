// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.audit;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.CopyField;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.audit.AuditEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All that is known of one event, and the ways on from it.
final class DetailsPane {
    private final Text text;
    private final Formats formats;
    private final EventWords words;
    private final AuditViewModel model;
    private final Clipboard clipboard;
    private final Runnable onClose;

    DetailsPane(
            Text text, Formats formats, EventWords words, AuditViewModel model, Clipboard clipboard, Runnable onClose) {
        this.text = text;
        this.formats = formats;
        this.words = words;
        this.model = model;
        this.clipboard = clipboard;
        this.onClose = onClose;
    }

    Node of(AuditEvent row) {
        Label title = Labels.wrapping(Labels.heading(words.event(row.event())));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(
                8, title, Buttons.icon("details-close", text.get("audit.details.close"), Icons.CLOSE, onClose));
        head.setAlignment(Pos.TOP_LEFT);
        var box = new VBox(12, head, new HBox(words.badge(row)));
        ways(box, row);
        fact(box, "audit.when", formats.precise(row.at()));
        fact(box, "audit.utc", formats.utc(row.at()));
        fact(box, "audit.part.actor", row.actor());
        fact(box, "audit.part.address", row.address());
        fact(box, "audit.target", row.target());
        fact(box, "audit.detail", row.detail());
        fact(box, "audit.session", row.session());
        fact(box, "audit.code", row.event());
        fact(box, "audit.seq", formats.number(row.seq()));
        box.getChildren()
                .add(new VBox(
                        4,
                        Labels.muted(text.get("audit.hash")),
                        new CopyField(text, clipboard, text.get("audit.hash"), row.hash())));
        box.getStyleClass().add("details");
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setId("details");
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "details-pane");
        return scroll;
    }

    private void fact(VBox box, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            box.getChildren().add(new VBox(Labels.muted(text.get(key)), Labels.wrapping(Labels.plain(value))));
        }
    }

    private void ways(VBox box, AuditEvent row) {
        if (!row.actor().equals("-")) {
            box.getChildren()
                    .add(way("show-actor", text.get("audit.all_of", row.actor()), () -> model.showAllOf(row.actor())));
        }
        if (!row.address().equals("-")) {
            box.getChildren()
                    .add(way(
                            "show-address",
                            text.get("audit.all_from", row.address()),
                            () -> model.showAllFrom(row.address())));
        }
    }

    private static Button way(String id, String words, Runnable action) {
        Button button = Buttons.plain(id, words, Icons.FILTER, action);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        return button;
    }
}
