// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where the supervisor decides: one step after the other, never two at a time, so that its fields need no locks.
interface Loop extends AutoCloseable {
    /// A time that only goes forward; it says how much has passed, not what day it is.
    Instant now();

    /// Runs a step as soon as those before it are done.
    void post(Runnable step);

    /// Runs a step later.
    void after(Duration delay, Runnable step);

    /// Does something that blocks away from the loop, then a step with what came of it. The blocking part must not
    /// throw.
    <T> void ask(Supplier<T> blocking, Consumer<T> step);

    /// Drops all steps that wait.
    @Override
    void close();
}
