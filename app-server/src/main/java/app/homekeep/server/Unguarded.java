// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.account.Account;
import app.homekeep.server.session.Device;
import app.homekeep.server.signin.DeviceApproval;
import app.homekeep.server.signin.GuessGuard;
import app.homekeep.server.signin.KnownDevices;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.time.Duration;
import java.util.Optional;

/// Stands in where sign-in asks parts that are not there yet: lets every try be made, knows no device again, and asks
/// about none.
record Unguarded(Ids ids) implements GuessGuard, KnownDevices, DeviceApproval {
    @Override
    public void admit(Attempt attempt) {
        // Every try may be made.
    }

    @Override
    public void succeeded(Transaction tx, Attempt attempt) {
        // Nothing was counted.
    }

    @Override
    public Optional<String> recognise(String cookie, String accountId) {
        return Optional.empty();
    }

    @Override
    public Noted note(Transaction tx, String accountId, Optional<String> deviceId, Device device, String address) {
        String id = ids.next();
        return new Noted(id, id);
    }

    @Override
    public boolean needed(Account account, Optional<String> deviceId) {
        return false;
    }

    @Override
    public Question ask(Transaction tx, Account account, Device device, String address) {
        throw new IllegalStateException("nobody is asked");
    }

    @Override
    public Answer await(String questionId, Duration patience) {
        return Answer.EXPIRED;
    }

    @Override
    public boolean take(Transaction tx, String questionId) {
        return false;
    }
}
