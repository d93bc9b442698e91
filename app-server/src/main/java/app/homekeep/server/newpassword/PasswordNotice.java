// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.newpassword;

import app.homekeep.server.account.Account;

/// Tells somebody who forgot their password how to get a new one, where the server has a way to reach them. The panel
/// sees the request in any case.
@FunctionalInterface
public interface PasswordNotice {
    /// Called once the request is durable; must not block.
    void forgotten(Account account);
}
