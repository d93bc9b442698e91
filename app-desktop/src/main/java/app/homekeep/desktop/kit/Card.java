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
        // A heading takes a second line before it loses a letter to what stands beside it.
        var heading = Labels.wrapping(Labels.heading(title));
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        head.getChildren().add(heading);
        getChildren().add(head);
        getChildren().addAll(content);
    }

    /// Puts something to the right of the heading, which keeps its whole width.
    public Card beside(Region node) {
        node.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().add(node);
        return this;
    }
}
