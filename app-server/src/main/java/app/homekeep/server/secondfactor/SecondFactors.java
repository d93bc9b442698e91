// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.secondfactor.TotpEnrolment;
import app.homekeep.model.secondfactor.TotpStatus;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Credential;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.session.EndReason;
import app.homekeep.server.session.SessionEnding;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// Sets up second factors and takes them away. Whatever changes, the account's other sessions end with it, in the same
/// transaction. Thread-safe.
///
/// ```
/// none ── begin ──▶ shown ── confirm (a code of it) ──▶ in force ── disable, reset, recover ──▶ none
///                     └── 15 minutes ──▶ none                └── begin, confirm ──▶ another in force
/// ```
public final class SecondFactors {
    private static final Duration SHOWN = Duration.ofMinutes(15);

    private final Database database;
    private final SeedStore store = new SeedStore();
    private final Accounts accounts;
    private final SealedSeeds sealed;
    private final RecoverySet recovery;
    private final CodeCheck codes;
    private final TotpDuty duty;
    private final SessionEnding sessions;
    private final SignInsUnderWay underWay;
    private final AuditLog audit;
    private final Supplier<String> serverName;
    private final SecureRandom random;
    private final Clock clock;

    SecondFactors(
            Database database,
            Accounts accounts,
            SealedSeeds sealed,
            RecoverySet recovery,
            CodeCheck codes,
            TotpDuty duty,
            SessionEnding sessions,
            SignInsUnderWay underWay,
            AuditLog audit,
            Supplier<String> serverName,
            SecureRandom random,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.sealed = sealed;
        this.recovery = recovery;
        this.codes = codes;
        this.duty = duty;
        this.sessions = sessions;
        this.underWay = underWay;
        this.audit = audit;
        this.serverName = serverName;
        this.random = random;
        this.clock = clock;
    }

    public TotpStatus status(Account account) {
        return new TotpStatus(
                account.totp(),
                duty.required(account),
                duty.dueAt(account).orElse(null),
                account.totp() ? recovery.left(account.id()) : 0);
    }

    /// A new seed to put into an app. Nothing is in force until a code of it is confirmed; one that was shown before
    /// is good no more.
    public TotpEnrolment begin(Account account) {
        Seed seed = Seed.random(random);
        byte[] kept = sealed.seal(seed, account.id());
        database.write(tx -> {
            store.putPending(tx.handle(), account.id(), kept, clock.instant().plus(SHOWN));
            return kept;
        });
        return EnrolmentSheet.of(seed, serverName.get(), account.username());
    }

    /// Puts the seed that was shown in force, by a code of it, as part of something larger. That code is spent.
    ///
    /// @param except the session that goes on
    /// @param entry  who does it
    public Confirmation confirm(
            Transaction tx, Account account, String code, Optional<String> except, AuditEntry entry) {
        Optional<byte[]> pending = store.pending(tx.handle(), account.id(), clock.instant());
        if (pending.isEmpty()) {
            return new Confirmation.Not(
                    new Refused(ProblemCode.CONFLICT, "There is nothing to confirm any more. Please begin again."));
        }
        OptionalLong step = sealed.open(pending.get(), account.id()).step(code, clock.instant());
        Optional<Refused> refusal = codes.counted(tx, account, step::isPresent).refusal();
        if (refusal.isPresent()) {
            return new Confirmation.Not(refusal.get());
        }
        store.put(tx.handle(), account.id(), pending.get(), step.orElseThrow(), clock.instant());
        store.deletePending(tx.handle(), account.id());
        store.unforce(tx.handle(), account.id());
        Account now = TotpDuty.with(account, true, Optional.empty());
        accounts.change(tx, now);
        List<String> shown = recovery.make(tx, account.id());
        changed(tx, account, except, entry);
        return new Confirmation.Done(now, shown);
    }

    /// The same on its own.
    ///
    /// @throws Refused 401 `bad_code`; 409 when nothing waits to be confirmed; 429 after too many wrong codes
    public List<String> confirm(String accountId, String code, Optional<String> except, AuditEntry entry) {
        return switch (database.write(tx -> confirm(tx, now(tx, accountId), code, except, entry))) {
            case Confirmation.Done(var account, var shown) -> shown;
            case Confirmation.Not(Refused refusal) -> throw refusal;
        };
    }

    /// Takes the second factor away, for its holder.
    ///
    /// @throws Refused 403 while the account must have one
    public void disable(String accountId, String session, AuditEntry entry) {
        database.write(tx -> {
            Account account = now(tx, accountId);
            if (duty.required(account)) {
                throw new Refused(ProblemCode.FORBIDDEN, "This account must have a second factor.");
            }
            if (account.totp()) {
                clear(tx, account);
                changed(tx, account, Optional.of(session), entry);
            }
            return account;
        });
    }

    /// Takes the second factor away without a code, for somebody whose app and recovery codes are lost. Every session
    /// of the account ends, and the next sign-in sets up a new one.
    public void reset(String accountId, AuditEntry entry) {
        database.write(tx -> {
            Account account = now(tx, accountId);
            clear(tx, account);
            store.force(tx.handle(), accountId, clock.instant());
            changed(tx, account, Optional.empty(), entry);
            return account;
        });
    }

    /// Ten new recovery codes in place of the old ones.
    ///
    /// @throws Refused 409 where there is no second factor
    public List<String> renewRecoveryCodes(String accountId, String session, AuditEntry entry) {
        return database.write(tx -> {
            Account account = now(tx, accountId);
            if (!account.totp()) {
                throw new Refused(ProblemCode.CONFLICT, "Set up a second factor first.");
            }
            List<String> shown = recovery.make(tx, accountId);
            changed(tx, account, Optional.of(session), entry);
            return shown;
        });
    }

    /// Takes seed, codes and what is held against the account away, as part of something larger, which ends sessions
    /// and writes the audit row.
    ///
    /// @return the account as it is now
    public Account clear(Transaction tx, Account account) {
        store.deleteSeed(tx.handle(), account.id());
        store.deletePending(tx.handle(), account.id());
        store.unforce(tx.handle(), account.id());
        recovery.clear(tx, account.id());
        codes.forgive(tx, account.id());
        Account now = TotpDuty.with(account, false, Optional.empty());
        accounts.change(tx, now);
        return now;
    }

    private void changed(Transaction tx, Account account, Optional<String> except, AuditEntry entry) {
        sessions.endAll(tx, account.id(), except, EndReason.SECOND_FACTOR);
        underWay.forget(tx, account.id());
        audit.append(tx, entry.target(account.username()));
    }

    private Account now(Transaction tx, String accountId) {
        return accounts.credential(tx, accountId).map(Credential::account).orElseThrow(Refused::notFound);
    }
}
