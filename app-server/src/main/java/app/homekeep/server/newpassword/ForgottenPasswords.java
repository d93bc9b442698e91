// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.newpassword;

import app.homekeep.model.Page;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.account.ResetRequest;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Credential;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// What people who forgot their password ask for, until somebody who manages accounts has seen to it. Thread-safe.
public final class ForgottenPasswords {
    private final Database database;
    private final ResetStore store = new ResetStore();
    private final Accounts accounts;
    private final PasswordNotice notice;
    private final AuditLog audit;
    private final EventHub events;
    private final Ids ids;
    private final Clock clock;

    ForgottenPasswords(
            Database database,
            Accounts accounts,
            PasswordNotice notice,
            AuditLog audit,
            EventHub events,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.notice = notice;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// Notes that somebody forgot their password; once, until it is settled. Whether there is such an account shows
    /// neither in what comes back nor in time: one durable write either way.
    public void ask(String username, String address) {
        Optional<Account> account = accounts.credential(username)
                .map(Credential::account)
                .filter(found -> found.state() == AccountState.ACTIVE);
        boolean isNew = database.write(tx -> {
            audit.append(
                    tx,
                    AuditEntry.by(AuditKind.PASSWORD_FORGOTTEN, "-", address, Optional.empty())
                            .target(username));
            boolean asked = account.isPresent()
                    && store.request(tx.handle(), ids.next(), account.get().id(), address, clock.instant());
            if (asked) {
                tx.afterCommit(() -> events.publish(new EventHub.Event.RequestsChanged()));
            }
            return asked;
        });
        if (isNew) {
            account.ifPresent(notice::forgotten);
        }
    }

    /// @param after the cursor of the page before
    public Page<ResetRequest> page(Optional<String> after, int limit) {
        List<ResetRequest> rows = database.read(handle -> store.requests(handle, after.orElse(""), limit + 1));
        List<ResetRequest> requests = rows.stream().limit(limit).toList();
        return new Page<>(requests, rows.size() > limit ? requests.getLast().id() : null);
    }

    /// Settles one without a new password.
    ///
    /// @param entry who does it
    /// @throws Refused 404 when there is none
    public void dismiss(String id, AuditEntry entry) {
        database.write(tx -> {
            if (!store.deleteRequest(tx.handle(), id)) {
                throw Refused.notFound();
            }
            audit.append(
                    tx, entry.target(id).detail("the request was dismissed").refused());
            tx.afterCommit(() -> events.publish(new EventHub.Event.RequestsChanged()));
            return id;
        });
    }
}
