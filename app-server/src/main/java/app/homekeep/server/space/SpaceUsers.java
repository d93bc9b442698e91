// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.server.store.Transaction;
import java.util.Set;

/// Those who use shared spaces, as far as they have anything open.
@FunctionalInterface
public interface SpaceUsers {
    /// These accounts may do less in a space from this transaction on: what is open for them must be cut
    /// once it is durable.
    void mayLess(Transaction tx, Set<String> accountIds);
}
