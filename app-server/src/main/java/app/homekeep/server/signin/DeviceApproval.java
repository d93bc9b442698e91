// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.server.account.Account;
import app.homekeep.server.session.Device;
import app.homekeep.server.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Asks the owner whether a new device may come in.
public interface DeviceApproval {
    /// @param number two digits, which the device and the panel show
    record Question(String id, String number, Instant expiresAt) {}

    enum Answer {
        WAITING,
        ALLOWED,
        DENIED,
        EXPIRED
    }

    /// @param deviceId the known device that the account is being signed in to on
    boolean needed(Account account, Optional<String> deviceId);

    /// Asks, with an audit row; the panel hears of it.
    Question ask(Transaction tx, Account account, Device device, String address);

    /// The answer, as soon as there is one; [Answer#WAITING] when there was none in time. Blocks.
    Answer await(String questionId, Duration patience);

    /// Takes a yes, which is good once; the row count decides.
    ///
    /// @return false when there is no yes to take
    boolean take(Transaction tx, String questionId);
}
