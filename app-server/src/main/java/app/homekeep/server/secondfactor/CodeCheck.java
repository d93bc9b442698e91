// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.server.account.Account;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/// Takes codes: each once, and no more than five wrong ones of an account in fifteen minutes, wherever they are given.
/// Thread-safe; that one writer does all of it makes tries at the same moment count one after the other.
public final class CodeCheck {
    private static final int WRONG_AT_MOST = 5;
    private static final Duration COUNTED = Duration.ofMinutes(15);

    private final SeedStore seeds = new SeedStore();
    private final WrongCodeStore wrong = new WrongCodeStore();
    private final SealedSeeds sealed;
    private final RecoverySet recovery;
    private final AuditLog audit;
    private final Clock clock;

    CodeCheck(SealedSeeds sealed, RecoverySet recovery, AuditLog audit, Clock clock) {
        this.sealed = sealed;
        this.recovery = recovery;
        this.audit = audit;
        this.clock = clock;
    }

    /// Looks at a code and takes it. The transaction must be committed whatever comes of it.
    public Verdict check(Transaction tx, Account account, ShownCode shown, String address) {
        return counted(tx, account, () -> switch (shown) {
            case ShownCode.Totp(String digits) -> takeTotp(tx, account, digits);
            case ShownCode.Recovery(String text) -> takeRecovery(tx, account, text, address);
        });
    }

    /// Something that is right or wrong, and may be tried only so often.
    Verdict counted(Transaction tx, Account account, BooleanSupplier right) {
        Instant now = clock.instant();
        wrong.forgetBefore(tx.handle(), now.minus(COUNTED));
        List<Instant> before = wrong.since(tx.handle(), account.id(), now.minus(COUNTED));
        if (before.size() >= WRONG_AT_MOST) {
            Instant free = before.get(before.size() - WRONG_AT_MOST).plus(COUNTED);
            return new Verdict.TooMany(Duration.between(now, free).plusSeconds(1));
        }
        if (right.getAsBoolean()) {
            return new Verdict.Right();
        }
        wrong.insert(tx.handle(), account.id(), now);
        return new Verdict.Wrong();
    }

    /// The owner is back: nothing is held against them.
    void forgive(Transaction tx, String accountId) {
        wrong.forget(tx.handle(), accountId);
    }

    private boolean takeTotp(Transaction tx, Account account, String digits) {
        OptionalLong step = seeds.seed(tx.handle(), account.id())
                .map(seed -> sealed.open(seed, account.id()).step(digits, clock.instant()))
                .orElse(OptionalLong.empty());
        return step.isPresent() && seeds.spend(tx.handle(), account.id(), step.getAsLong());
    }

    private boolean takeRecovery(Transaction tx, Account account, String text, String address) {
        if (!recovery.take(tx, account.id(), text)) {
            return false;
        }
        audit.append(
                tx,
                AuditEntry.by(AuditKind.RECOVERY_CODE_USED, account.username(), address, Optional.empty())
                        .target(account.username())
                        .detail(recovery.left(tx, account.id()) + " left"));
        return true;
    }
}
