// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.platform.Preferences;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.desktop.text.Text;
import java.util.List;

/// What closing the window means for the server: asked the first time, then remembered. FX thread only.
public final class Closing {
    private static final String KEY = "on_close";
    private static final String KEEP = "keep";
    private static final String STOP = "stop";
    private static final String ASK = "ask";

    private final Text text;
    private final Preferences preferences;
    private final Supervisor supervisor;
    private final Dialogs dialogs;
    private final Runnable exit;

    /// @param exit ends the panel; the server goes on if it runs
    public Closing(Text text, Preferences preferences, Supervisor supervisor, Dialogs dialogs, Runnable exit) {
        this.text = text;
        this.preferences = preferences;
        this.supervisor = supervisor;
        this.dialogs = dialogs;
        this.exit = exit;
    }

    /// The owner wants to close the window.
    public void wanted() {
        if (!serving()) {
            exit.run();
            return;
        }
        switch (preferences.get(KEY).orElse(ASK)) {
            case KEEP -> exit.run();
            case STOP -> stopThenExit();
            default -> ask();
        }
    }

    /// Asks again the next time.
    void forget() {
        preferences.put(KEY, ASK);
    }

    private boolean serving() {
        return switch (supervisor.state()) {
            case ServerState.Stopped() -> false;
            case ServerState.Crashed crash -> crash.retrying();
            case ServerState.Starting(), ServerState.Running _, ServerState.Stopping _, ServerState.Unreachable _ ->
                true;
        };
    }

    private void ask() {
        dialogs.choose(
                text.get("closing.title"),
                text.get("closing.words"),
                List.of(
                        new Dialogs.Choice("close-keep", text.get("closing.keep"), false, () -> {
                            preferences.put(KEY, KEEP);
                            exit.run();
                        }),
                        new Dialogs.Choice("close-stop", text.get("closing.stop"), true, () -> {
                            preferences.put(KEY, STOP);
                            stopThenExit();
                        })));
    }

    private void stopThenExit() {
        supervisor.stop();
        supervisor.watch(state -> {
            if (state instanceof ServerState.Stopped || state instanceof ServerState.Crashed) {
                exit.run();
            }
        });
    }
}
