// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.lockdown.Lockdown;

/// Everybody out, and the home network kept out. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface LockdownApi {
    Lockdown lockdown();

    /// @return what it did
    Lockdown lock();

    void reopen();
}
