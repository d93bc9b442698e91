// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.IOException;

/// Whether a transfer was ended from outside. Thread-safe.
final class Cut implements Open.Cuttable {
    private final Talk talk;
    private volatile boolean done;

    Cut(Talk talk) {
        this.talk = talk;
    }

    /// Breaks the connection; the thread that works on the transfer finds out at its next step.
    @Override
    public void cut(String event, String json) {
        done = true;
        talk.abort();
    }

    boolean done() {
        return done;
    }

    /// @throws IOException when it was
    void check() throws IOException {
        if (done) {
            throw new IOException("The transfer was cut: its session ended.");
        }
    }
}
