// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// What the doors of one server share.
///
/// @param virtualThreads one thread for each request that may wait
/// @param stopping       whether the server takes no more requests
record Engine(
        Executor virtualThreads,
        Traffic traffic,
        Open open,
        TransferGate gate,
        Callers callers,
        BooleanSupplier stopping) {}
