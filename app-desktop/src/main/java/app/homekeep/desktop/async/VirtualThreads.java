// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.async;

import app.homekeep.desktop.admin.AdminProblem;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Each piece of work on a virtual thread of its own. Thread-safe.
public final class VirtualThreads implements Background {
    private static final Logger LOG = LoggerFactory.getLogger(VirtualThreads.class);

    private final UiThread ui;

    public VirtualThreads(UiThread ui) {
        this.ui = ui;
    }

    @Override
    public <T> Cancel run(Callable<T> work, Consumer<T> onOk, Consumer<AdminProblem> onProblem) {
        var cancelled = new AtomicBoolean();
        var thread = Thread.ofVirtual().name("background").start(() -> {
            Runnable outcome = outcome(work, onOk, onProblem);
            ui.later(() -> {
                if (!cancelled.get()) {
                    outcome.run();
                }
            });
        });
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    // A failure nobody foresaw is logged whole and told in a sentence: the owner never sees a stack trace.
    private static <T> Runnable outcome(Callable<T> work, Consumer<T> onOk, Consumer<AdminProblem> onProblem) {
        try {
            T result = work.call();
            return () -> onOk.accept(result);
        } catch (AdminProblem e) {
            return () -> onProblem.accept(e);
        } catch (InterruptedException e) {
            return () -> onProblem.accept(new AdminProblem("cancelled", "This was cancelled."));
        } catch (Exception e) {
            LOG.error("background work failed", e);
            return () -> onProblem.accept(new AdminProblem("internal", "Something went wrong in the panel itself."));
        }
    }
}
