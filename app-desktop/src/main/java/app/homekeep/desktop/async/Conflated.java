// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.async;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings values to the FX thread, the latest only: however fast they come, at most one waits there. Thread-safe.
public final class Conflated<T> {
    private final UiThread ui;
    private final Consumer<T> onUi;
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();

    public Conflated(UiThread ui, Consumer<T> onUi) {
        this.ui = ui;
        this.onUi = onUi;
    }

    /// Replaces what waits.
    public void offer(T value) {
        if (waiting.getAndSet(value) == null) {
            ui.later(this::deliver);
        }
    }

    private void deliver() {
        T value = waiting.getAndSet(null);
        if (value != null) {
            onUi.accept(value);
        }
    }
}
