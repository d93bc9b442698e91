// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.desktop.async.Conflated;
import app.homekeep.desktop.async.UiThread;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Those who want to hear of each new state, on the FX thread. Thread-safe.
final class Watchers<T> {
    private final UiThread ui;
    private final Supplier<T> present;
    private final List<Conflated<T>> watchers = new CopyOnWriteArrayList<>();

    Watchers(UiThread ui, Supplier<T> present) {
        this.ui = ui;
        this.present = present;
    }

    Runnable add(Consumer<T> onUi) {
        var closed = new AtomicBoolean();
        Consumer<T> whileOpen = value -> {
            if (!closed.get()) {
                onUi.accept(value);
            }
        };
        var watcher = new Conflated<>(ui, whileOpen);
        // First in the list, then told: a change in between is told twice rather than never.
        watchers.add(watcher);
        if (ui.here()) {
            whileOpen.accept(present.get());
        } else {
            watcher.offer(present.get());
        }
        return () -> {
            closed.set(true);
            watchers.remove(watcher);
        };
    }

    void tell(T value) {
        watchers.forEach(watcher -> watcher.offer(value));
    }
}
