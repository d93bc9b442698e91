// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.overview;

import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.StateWords;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.ServerStatus;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the server does now, and the switches for it.
final class StateCard extends HBox {
    private final Text text;
    private final Formats formats;
    private final OverviewViewModel model;
    private final Dialogs dialogs;
    private final Label name = Labels.large("");
    private final Label words = Labels.muted("");
    private final Badge badge = new Badge("", Badge.Tone.NEUTRAL);
    private final StackPane sign = new StackPane(Icons.SERVER.node("sign-icon"));
    private final Button start;
    private final Button restart;
    private final Button stop;

    StateCard(Text text, Formats formats, OverviewViewModel model, Dialogs dialogs) {
        super(16);
        this.text = text;
        this.formats = formats;
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("panel-card");
        setAlignment(Pos.CENTER_LEFT);
        start = Buttons.primary("start", text.get("server.start"), Icons.START, model::start);
        restart = Buttons.plain("restart", text.get("server.restart"), Icons.RESTART, this::askRestart);
        stop = Buttons.danger("stop", text.get("server.stop"), Icons.STOP, this::askStop);
        badge.setId("state");
        var head = new HBox(12, name, badge);
        head.setAlignment(Pos.CENTER_LEFT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(sign, new VBox(4, head, words), gap, start, restart, stop);
        model.state().addListener((_, _, _) -> show());
        model.status().addListener((_, _, _) -> show());
        model.ticks().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        ServerState state = model.state().get();
        StateWords said = StateWords.of(text, state);
        badge.show(said.words(), said.tone());
        sign.getStyleClass().setAll("sign", "sign-" + said.tone().name().toLowerCase(Locale.ROOT));
        name.setText(
                model.status().get() instanceof Load.Ready<ServerStatus>(ServerStatus now)
                        ? now.name()
                        : text.get("overview.server"));
        words.setText(sentence(state));
        boolean up = state instanceof ServerState.Running || state instanceof ServerState.Unreachable;
        boolean down = state instanceof ServerState.Stopped
                || (state instanceof ServerState.Crashed crash && !crash.retrying());
        present(start, down);
        present(restart, up);
        present(stop, !down && !(state instanceof ServerState.Stopping));
    }

    private String sentence(ServerState state) {
        return switch (state) {
            case ServerState.Stopped() -> text.get("overview.stopped");
            case ServerState.Starting() -> text.get("overview.starting");
            case ServerState.Running running ->
                text.get(
                        "overview.uptime",
                        formats.span(formats.since(running.info().startedAt())));
            case ServerState.Stopping(int transfers)
            when transfers > 0 -> text.get("overview.stopping.transfers", transfers);
            case ServerState.Stopping _ -> text.get("overview.stopping");
            case ServerState.Crashed crash when crash.retrying() -> text.get("overview.restarting");
            case ServerState.Crashed _ -> text.get("overview.crashed");
            case ServerState.Unreachable _ -> text.get("overview.unreachable");
        };
    }

    private void askStop() {
        ask("overview.stop", "stop-confirmed", "server.stop", model::stop);
    }

    private void askRestart() {
        ask("overview.restart", "restart-confirmed", "server.restart", model::restart);
    }

    /// Asks only where somebody would notice.
    private void ask(String question, String id, String action, Runnable then) {
        int transfers = model.transfers();
        if (transfers == 0) {
            then.run();
        } else {
            dialogs.confirm(
                    text.get(question + ".title"),
                    text.get(question + ".words", transfers),
                    new Dialogs.Choice(id, text.get(action), true, then));
        }
    }

    private static void present(Button button, boolean present) {
        button.setVisible(present);
        button.setManaged(present);
    }
}
