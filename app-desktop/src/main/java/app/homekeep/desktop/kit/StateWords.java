// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.text.Text;

/// How a state of the server is called and coloured, the same everywhere.
public record StateWords(String words, Badge.Tone tone) {
    public static StateWords of(Text text, ServerState state) {
        return switch (state) {
            case ServerState.Stopped() -> new StateWords(text.get("state.stopped"), Badge.Tone.NEUTRAL);
            case ServerState.Starting() -> new StateWords(text.get("state.starting"), Badge.Tone.ACCENT);
            case ServerState.Running _ -> new StateWords(text.get("state.running"), Badge.Tone.GOOD);
            case ServerState.Stopping _ -> new StateWords(text.get("state.stopping"), Badge.Tone.ACCENT);
            case ServerState.Crashed crashed
            when crashed.retrying() -> new StateWords(text.get("state.restarting"), Badge.Tone.WARN);
            case ServerState.Crashed _ -> new StateWords(text.get("state.failed"), Badge.Tone.BAD);
            case ServerState.Unreachable _ -> new StateWords(text.get("state.unreachable"), Badge.Tone.WARN);
        };
    }
}
