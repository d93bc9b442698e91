// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.server.account.Account;
import app.homekeep.server.problem.Refused;
import java.util.List;

/// What comes of the first code of a new app. A refusal is told outside the transaction: what it counted must stay.
public sealed interface Confirmation {
    /// @param account       as it is now
    /// @param recoveryCodes shown once
    record Done(Account account, List<String> recoveryCodes) implements Confirmation {
        public Done {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        /// Without the codes, so that they never get into a log.
        @Override
        public String toString() {
            return "Done[" + account.username() + "]";
        }
    }

    record Not(Refused refusal) implements Confirmation {}
}
