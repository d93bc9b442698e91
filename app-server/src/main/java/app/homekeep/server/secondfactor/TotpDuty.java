// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.role.Roles;
import app.homekeep.server.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Who must have a second factor, and from when on. Thread-safe.
public final class TotpDuty {
    /// What a sign-in without a second factor comes to.
    public enum Demand {
        /// It goes on; something may be due later.
        LATER,
        /// A second factor is set up first.
        NOW
    }

    private final SeedStore store = new SeedStore();
    private final Accounts accounts;
    private final Roles roles;
    private final TotpRule rule;
    private final Clock clock;

    TotpDuty(Accounts accounts, Roles roles, TotpRule rule, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.rule = rule;
        this.clock = clock;
    }

    /// Whether the account must have a second factor: by itself, its role or the settings. From memory alone.
    public boolean required(Account account) {
        return account.requireTotp()
                || roles.requiresTotp(account.role())
                || switch (rule.whose()) {
                    case NOBODYS -> false;
                    case MANAGERS -> roles.manages(account.role());
                    case EVERYBODYS -> true;
                };
    }

    /// Until when one may sign in without; empty where nothing is due. From memory alone.
    public Optional<Instant> dueAt(Account account) {
        return account.totp() || !required(account)
                ? Optional.empty()
                : account.totpAskedAt().map(asked -> asked.plus(rule.grace()));
    }

    /// A sign-in to an account that has no second factor. The first that finds one missing begins the time of grace;
    /// one that finds none asked for ends it, so that a later demand begins a new one.
    public Demand demand(Transaction tx, Account account) {
        if (store.forced(tx.handle(), account.id())) {
            return Demand.NOW;
        }
        if (!required(account)) {
            if (account.totpAskedAt().isPresent()) {
                accounts.change(tx, asked(account, Optional.empty()));
            }
            return Demand.LATER;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (account.totpAskedAt().isEmpty()) {
            accounts.change(tx, asked(account, Optional.of(now)));
        }
        Instant due = account.totpAskedAt().orElse(now).plus(rule.grace());
        return now.isBefore(due) ? Demand.LATER : Demand.NOW;
    }

    private static Account asked(Account account, Optional<Instant> at) {
        return with(account, account.totp(), at);
    }

    /// The same account with or without a second factor.
    static Account with(Account account, boolean totp, Optional<Instant> askedAt) {
        return new Account(
                account.id(),
                account.username(),
                account.displayName(),
                account.role(),
                account.state(),
                totp,
                account.requireTotp(),
                askedAt,
                account.approveDevices(),
                account.createdAt());
    }
}
