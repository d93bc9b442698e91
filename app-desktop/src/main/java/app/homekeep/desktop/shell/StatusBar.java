// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.StateWords;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.text.Text;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What is always true to know: whether the server runs, where, and which version.
final class StatusBar extends HBox {
    private final Text text;
    private final ObservableBooleanValue locked;
    private final Badge state = new Badge("", Badge.Tone.NEUTRAL);
    private final Label address = Labels.muted("");
    private final Label version = Labels.muted("");
    private ServerState last;

    /// @param locked whether the house is locked down
    StatusBar(Text text, ServerState now, ObservableBooleanValue locked) {
        super(12);
        this.text = text;
        this.locked = locked;
        this.last = now;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        state.setId("status-state");
        address.setId("status-address");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var mark = new Badge(text.get("lockdown.mark"), Badge.Tone.BAD);
        mark.setId("status-locked");
        mark.visibleProperty().bind(locked);
        mark.managedProperty().bind(locked);
        getChildren().addAll(state, mark, address, gap, version);
        locked.addListener((_, _, _) -> show(last));
        show(now);
    }

    void show(ServerState now) {
        last = now;
        StateWords words = StateWords.of(text, now);
        state.show(words.words(), words.tone());
        if (now instanceof ServerState.Running running) {
            String lan = running.info().lan();
            address.setText(lan == null || locked.get() ? running.info().local() : lan);
            version.setText(text.get("status.version", running.info().version()));
        } else {
            address.setText("");
            version.setText("");
        }
    }
}
