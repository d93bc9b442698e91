// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.text.Text;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Rows of people, or of spaces, each with how much may be done. As many as there are: they scroll.
public final class LevelRows extends VBox {
    private static final double TALLEST = 200;

    private final Text text;
    private final VBox rows = new VBox(8);

    /// @param title what all of them are about
    public LevelRows(Text text, String title) {
        super(8);
        this.text = text;
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(TALLEST);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().addAll(Labels.strong(title), scroll);
    }

    public LevelRows add(String id, String name, ObjectProperty<SpaceLevel> level) {
        Label caption = Labels.wrapping(Labels.plain(name));
        caption.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(caption, Priority.ALWAYS);
        var box = new ComboBox<SpaceLevel>();
        box.setId(id);
        box.getItems().setAll(SpaceLevel.values());
        box.setConverter(new Words<>(one -> text.get(one.key())));
        box.valueProperty().bindBidirectional(level);
        box.setAccessibleText(name);
        box.setMinWidth(Region.USE_PREF_SIZE);
        caption.setLabelFor(box);
        var row = new HBox(8, caption, box);
        row.setAlignment(Pos.CENTER_LEFT);
        rows.getChildren().add(row);
        return this;
    }
}
