// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.invite;

import app.homekeep.server.account.Account;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import java.util.Optional;

/// Lets somebody in who has just chosen their password, like a sign-in that went well.
@FunctionalInterface
public interface FirstSignIn {
    /// @param deviceName what the person calls their device
    /// @return a sign-in's answer with its cookies, or the step that is needed before
    Answer admit(Request request, Account account, Optional<String> deviceName);
}
