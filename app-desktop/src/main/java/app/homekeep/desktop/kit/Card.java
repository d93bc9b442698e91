// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A bordered part of a screen with a heading.
public final class Card extends VBox {
    private final HBox head = new HBox(8);

    public Card(String title, Node... content) {
        super(12);
        getStyleClass().add("panel-card");
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().add(Labels.heading(title));
        getChildren().add(head);
        getChildren().addAll(content);
    }

    /// Puts something to the right of the heading.
    public Card beside(Node node) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().addAll(gap, node);
        return this;
    }
}
