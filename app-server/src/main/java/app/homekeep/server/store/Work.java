// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import org.jspecify.annotations.Nullable;

/// What one caller changes. Runs once, on the writer's thread, where everybody else's changes wait for it: SQL and
/// memory only, no waiting, no network. What it throws undoes its changes, and nobody else's, and is thrown to the
/// caller.
@FunctionalInterface
public interface Work<T extends @Nullable Object> {
    T run(Transaction tx);
}
