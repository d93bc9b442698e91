// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// One question at a time: asking again drops the answer to what was asked before. FX thread only.
public final class Latest {
    private final Background background;
    private Background.Cancel pending = () -> {};
    private long asked;
    private boolean waiting;

    public Latest(Background background) {
        this.background = background;
    }

    public <T> void run(Callable<T> work, Consumer<T> onOk, Consumer<AdminProblem> onProblem) {
        cancel();
        long mine = asked;
        waiting = true;
        Background.Cancel begun = background.run(work, answer(mine, onOk), answer(mine, onProblem));
        if (mine == asked && waiting) {
            pending = begun;
        }
    }

    /// Whether an answer is awaited.
    public boolean waiting() {
        return waiting;
    }

    /// Stops listening.
    public void cancel() {
        asked++;
        waiting = false;
        pending.cancel();
        pending = () -> {};
    }

    private <T> Consumer<T> answer(long mine, Consumer<T> then) {
        return value -> {
            if (mine == asked) {
                waiting = false;
                then.accept(value);
            }
        };
    }
}
