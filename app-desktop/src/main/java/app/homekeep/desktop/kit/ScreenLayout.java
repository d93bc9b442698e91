// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The frame of every screen: title, what can be done with the whole of it, content.
public final class ScreenLayout extends VBox {
    /// @param actions the primary one last
    public ScreenLayout(String title, Node content, Node... actions) {
        super(12);
        getStyleClass().add("screen");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, Labels.title(title), gap);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().addAll(actions);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, content);
    }

    /// Content that may be taller than the window.
    public static ScrollPane scrolling(Region content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    /// Scrolls to what is looked for, where something of it scrolls.
    ///
    /// @param query of the node, such as `#door`
    public static void reveal(Parent within, String query) {
        Node target = within.lookup(query);
        Node scroll = within.lookup(".scroll-pane");
        if (target != null && scroll instanceof ScrollPane pane && pane.getContent() instanceof Parent content) {
            content.layout();
            Bounds seen = content.sceneToLocal(target.localToScene(target.getLayoutBounds()));
            double room = content.getLayoutBounds().getHeight()
                    - pane.getViewportBounds().getHeight();
            pane.setVvalue(room <= 0 ? 0 : Math.clamp(seen.getMinY() / room, 0, 1));
        }
    }
}
