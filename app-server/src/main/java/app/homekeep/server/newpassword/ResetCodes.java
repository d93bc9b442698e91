// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.newpassword;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.account.PasswordReset;
import app.homekeep.model.account.ResetCode;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Credential;
import app.homekeep.server.account.Usernames;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.code.SecretToken;
import app.homekeep.server.code.SpokenCode;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.signin.GuessGuard;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// One-time codes for a new password: made by whoever manages accounts, taken by whoever forgot theirs. The second
/// factor stays. Thread-safe.
public final class ResetCodes {
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final Database database;
    private final ResetStore store = new ResetStore();
    private final Accounts accounts;
    private final NewPasswords newPasswords;
    private final GuessGuard guard;
    private final AuditLog audit;
    private final EventHub events;
    private final SecureRandom random;
    private final Clock clock;

    ResetCodes(
            Database database,
            Accounts accounts,
            NewPasswords newPasswords,
            GuessGuard guard,
            AuditLog audit,
            EventHub events,
            SecureRandom random,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.newPasswords = newPasswords;
        this.guard = guard;
        this.audit = audit;
        this.events = events;
        this.random = random;
        this.clock = clock;
    }

    /// A code for an account, in place of one it may have; its open request is settled with it.
    ///
    /// @param origin of the page that takes the code
    /// @param entry  who does it
    /// @throws Refused 409 where the account can't sign in anyway
    public ResetCode make(Account account, String origin, AuditEntry entry) {
        if (account.state() != AccountState.ACTIVE) {
            throw new Refused(
                    ProblemCode.CONFLICT,
                    "This account can't sign in: it is " + account.state().wire() + ".");
        }
        String code = SpokenCode.random(random);
        Instant until = clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.MILLIS);
        database.write(tx -> {
            store.putCode(tx.handle(), account.id(), hash(code), until);
            if (store.deleteRequestOf(tx.handle(), account.id())) {
                tx.afterCommit(() -> events.publish(new EventHub.Event.RequestsChanged()));
            }
            audit.append(tx, entry.target(account.username()));
            return until;
        });
        // Behind the `#`, so that it is in no server's log.
        String url = origin + "/reset#" + URLEncoder.encode(account.username(), StandardCharsets.UTF_8) + ":" + code;
        return new ResetCode(account.username(), code, url, until);
    }

    /// A new password by a code. Every session of the account ends. An unknown name and a wrong, spent or old code get
    /// the same answer in the same time: the hash is computed first.
    ///
    /// @throws Refused                    401 `bad_code`; 429 after too many wrong ones
    /// @throws app.homekeep.model.Invalid when the password isn't good enough
    public void take(PasswordReset request, String address) {
        newPasswords.check("password", request.password(), request.username());
        var attempt = new GuessGuard.Attempt(Usernames.folded(request.username()), address, false);
        guard.admit(attempt);
        String hash = newPasswords.hash(request.password());
        if (!database.write(tx -> take(tx, request, hash, attempt))) {
            throw new Refused(ProblemCode.BAD_CODE, "That code is not right, was used, or is too old.");
        }
    }

    private boolean take(Transaction tx, PasswordReset request, String hash, GuessGuard.Attempt attempt) {
        AuditEntry entry = AuditEntry.by(AuditKind.PASSWORD_RESET, "-", attempt.address(), Optional.empty());
        Optional<Account> account = store.takeCode(
                        tx.handle(), attempt.username(), hash(request.code()), clock.instant())
                .flatMap(id -> accounts.credential(tx, id))
                .map(Credential::account);
        if (account.isEmpty()) {
            audit.append(tx, entry.target(request.username()).failed());
            return false;
        }
        newPasswords.set(tx, account.get(), hash, Optional.empty(), entry);
        guard.succeeded(tx, attempt);
        return true;
    }

    private static byte[] hash(String code) {
        return new SecretToken(SpokenCode.plain(code)).hash();
    }
}
