// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// What a caller waits with for what another thread does. Completed once.
final class Ticket<T extends @Nullable Object> {
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    void complete(T value) {
        outcome.complete(value);
    }

    void fail(Throwable thrown) {
        outcome.completeExceptionally(thrown);
    }

    /// Waits for the outcome, interrupted or not: a caller who went away early would not know whether its change was
    /// made. The interrupt is kept for whoever asks next.
    T await() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return outcome.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unchecked(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            case null, default -> new IllegalStateException("The database failed.", e);
        };
    }
}
