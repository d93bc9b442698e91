// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.server.code.SecretToken;
import app.homekeep.server.secondfactor.SignInsUnderWay;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Sign-ins on the way, each behind a ticket: 256 random bits that say nothing and open nothing but the next step. Only
/// their SHA-256 is kept. Thread-safe.
public final class HalfLogins implements SignInsUnderWay {
    private static final int WRONG_AT_MOST = 5;
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final Database database;
    private final HalfLoginStore store = new HalfLoginStore();
    private final SecureRandom random;
    private final Clock clock;

    public HalfLogins(Database database, SecureRandom random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /// When one that begins now ends.
    Instant end() {
        return clock.instant().plus(GOOD_FOR);
    }

    /// @return the ticket
    String begin(Transaction tx, HalfLogin half) {
        SecretToken ticket = SecretToken.random(random);
        store.forgetBefore(tx.handle(), clock.instant());
        store.insert(tx.handle(), ticket.hash(), half);
        return ticket.text();
    }

    /// The one behind a ticket, if it is good and waits for that.
    Optional<HalfLogin> find(String ticket, HalfLogin.Stage stage) {
        return database.read(handle -> store.find(handle, hash(ticket), clock.instant()))
                .filter(half -> half.stage() == stage);
    }

    Optional<HalfLogin> find(Transaction tx, String ticket) {
        return store.find(tx.handle(), hash(ticket), clock.instant());
    }

    /// Ends one, for it goes on as something else.
    ///
    /// @return false when somebody was first
    boolean take(Transaction tx, String ticket) {
        return store.take(tx.handle(), hash(ticket), clock.instant());
    }

    /// The fifth wrong code ends it.
    void countWrong(Transaction tx, String ticket) {
        store.countWrong(tx.handle(), hash(ticket), WRONG_AT_MOST);
    }

    @Override
    public void forget(Transaction tx, String accountId) {
        store.forget(tx.handle(), accountId);
    }

    /// Ends all of them, as part of something larger: a lockdown.
    public void forgetAll(Transaction tx) {
        store.forgetAll(tx.handle());
    }

    private static byte[] hash(String ticket) {
        return new SecretToken(ticket).hash();
    }
}
