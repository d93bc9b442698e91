// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// Waits for a condition, with a deadline.
final class Eventually {
    private Eventually() {}

    static void holds(Callable<Boolean> condition) {
        within(Duration.ofSeconds(10), condition);
    }

    static void within(Duration most, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + most.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("did not become true within " + most);
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (AssertionError | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
