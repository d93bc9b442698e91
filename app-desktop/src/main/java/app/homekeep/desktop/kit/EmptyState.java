// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What stands where nothing is: why it is empty, and what to do next.
public final class EmptyState extends VBox {
    public EmptyState(Icons icon, String title, String words, Node... actions) {
        super(8);
        setAlignment(Pos.CENTER);
        getStyleClass().add("empty-state");
        var sentence = Labels.wrapping(Labels.muted(words));
        sentence.setTextAlignment(TextAlignment.CENTER);
        sentence.getStyleClass().add("empty-words");
        getChildren().addAll(icon.node("empty-icon"), Labels.heading(title), sentence);
        getChildren().addAll(actions);
    }
}
