// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.async;

import javafx.application.Platform;

/// The one thread that may touch what is on screen. Nothing else calls `Platform.runLater`.
public interface UiThread {
    /// JavaFX's own.
    UiThread FX = new UiThread() {
        @Override
        public boolean here() {
            return Platform.isFxApplicationThread();
        }

        @Override
        public void later(Runnable work) {
            Platform.runLater(work);
        }
    };

    /// Whether the caller is on it.
    boolean here();

    /// Runs the work on it, after what waits there already.
    void later(Runnable work);

    /// Runs the work now when the caller is on it, otherwise later.
    default void run(Runnable work) {
        if (here()) {
            work.run();
        } else {
            later(work);
        }
    }
}
