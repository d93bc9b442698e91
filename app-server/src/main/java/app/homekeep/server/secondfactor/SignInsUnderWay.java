// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.server.store.Transaction;

/// Sign-ins that have begun and are not over. They showed what an account asked for before it changed.
public interface SignInsUnderWay {
    /// Those of an account end here.
    void forget(Transaction tx, String accountId);
}
