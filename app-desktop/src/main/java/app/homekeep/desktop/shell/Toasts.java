// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.text.Text;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Short messages in the corner. What went well goes away by itself; what went wrong stays until it is closed.
final class Toasts extends VBox implements Notices {
    private static final Duration SHOWN = Duration.seconds(5);
    private static final int AT_MOST = 4;

    private final Text text;

    Toasts(Text text) {
        super(8);
        this.text = text;
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        getStyleClass().add("toasts");
    }

    @Override
    public void done(String words) {
        HBox toast = show(words, Icons.OK, "toast-good");
        var pause = new PauseTransition(SHOWN);
        pause.setOnFinished(_ -> getChildren().remove(toast));
        pause.play();
    }

    @Override
    public void problem(String words) {
        show(words, Icons.PROBLEM, "toast-bad");
    }

    private HBox show(String words, Icons icon, String style) {
        var label = Labels.wrapping(Labels.plain(words));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var toast = new HBox(8, icon.node("toast-icon"), label);
        toast.getChildren()
                .add(Buttons.icon(
                        "toast-close",
                        text.get("toast.close"),
                        Icons.CLOSE,
                        () -> getChildren().remove(toast)));
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMaxHeight(USE_PREF_SIZE);
        toast.getStyleClass().addAll("toast", style);
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setAccessibleText(words);
        getChildren().add(toast);
        if (getChildren().size() > AT_MOST) {
            getChildren().removeFirst();
        }
        return toast;
    }
}
