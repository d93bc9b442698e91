// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Those who wait for the answer to a question, on virtual threads. Thread-safe.
final class Waiting {
    private final Map<String, CompletableFuture<Boolean>> answers = new ConcurrentHashMap<>();

    /// From here on an answer is heard.
    ///
    /// @return completed when the question is answered
    CompletableFuture<Boolean> listen(String id) {
        return answers.computeIfAbsent(id, unheard -> new CompletableFuture<>());
    }

    /// The question is settled: whoever waits goes on. For commit hooks.
    void settled(String id) {
        CompletableFuture<Boolean> answer = answers.remove(id);
        if (answer != null) {
            answer.complete(true);
        }
    }

    /// Waits until it is answered, or for that long.
    static void await(CompletableFuture<Boolean> answer, Duration most) {
        try {
            answer.get(Math.max(1, most.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException noAnswer) {
            // What the database says now is what counts.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer never fails", e);
        }
    }
}
