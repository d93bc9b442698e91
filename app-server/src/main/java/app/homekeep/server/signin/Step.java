// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.account.User;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.session.Tokens;
import java.time.Instant;
import java.util.List;

/// Where a sign-in stands. Decided inside a transaction; a refusal is thrown outside it, for what it counted and noted
/// must stay.
public sealed interface Step {
    /// Somebody is in.
    ///
    /// @param deviceCookie  what the browser keeps for its next sign-in
    /// @param recoveryCodes shown once; empty but where a second factor was set up on the way
    record SignedIn(User user, Tokens tokens, String deviceCookie, List<String> recoveryCodes) implements Step {
        public SignedIn {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        /// Without what is secret, so that it never gets into a log.
        @Override
        public String toString() {
            return "SignedIn[" + user.username() + "]";
        }
    }

    /// A code is needed, or a second factor must be set up.
    ///
    /// @param methods what can be shown next
    record SecondFactor(List<String> methods, String ticket, Instant expiresAt) implements Step {
        public SecondFactor {
            methods = List.copyOf(methods);
        }

        /// Without the ticket, so that it never gets into a log.
        @Override
        public String toString() {
            return "SecondFactor" + methods;
        }
    }

    /// The owner is asked.
    ///
    /// @param recoveryCodes as above
    record AwaitingApproval(String number, String ticket, Instant expiresAt, List<String> recoveryCodes)
            implements Step {
        public AwaitingApproval {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        /// Without what is secret, so that it never gets into a log.
        @Override
        public String toString() {
            return "AwaitingApproval";
        }
    }

    record Not(Refused refusal) implements Step {}
}
