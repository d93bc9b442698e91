// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.server.store.Transaction;

/// Holds back who guesses passwords and codes.
public interface GuessGuard {
    /// One try at an account from an address.
    ///
    /// @param username    in its folded form, whether there is such an account or not
    /// @param knownDevice whether the browser carries the signed cookie of a device that this account knows
    record Attempt(String username, String address, boolean knownDevice) {}

    /// Before a password or code is looked at. The try counts as a wrong one, durably, until [#succeeded] says
    /// otherwise: so tries at the same moment can't all slip through, and a crash forgets none.
    ///
    /// @throws app.homekeep.server.problem.Refused 429 with the time to wait; 503 when counting fails
    void admit(Attempt attempt);

    /// It was right: its wrong tries are forgotten.
    void succeeded(Transaction tx, Attempt attempt);
}
