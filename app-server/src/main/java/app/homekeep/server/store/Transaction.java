// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import org.jdbi.v3.core.Handle;

/// One caller's changes, all or none. Only on the writer's thread, only while its [Work] runs.
public interface Transaction {
    /// For SQL; never for transactions of its own.
    Handle handle();

    /// Runs on the writer's thread once the change is durable, before the caller goes on, in the order given. It must
    /// not block or write; what it throws is logged, for the change has been made.
    void afterCommit(Runnable action);

    /// Runs on the writer's thread when the change was undone, last given first: the place to put memory back as it
    /// was.
    void onRollback(Runnable action);
}
