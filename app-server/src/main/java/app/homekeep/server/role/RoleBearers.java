// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.role;

import app.homekeep.server.store.Transaction;

/// Those who have a role, as far as they have anything open.
@FunctionalInterface
public interface RoleBearers {
    /// What a role may do changes in this transaction: what is open for whoever has it must be cut once it is durable.
    void rightsChanged(Transaction tx, String roleId);
}
