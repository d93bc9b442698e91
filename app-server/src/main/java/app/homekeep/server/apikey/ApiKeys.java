// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.apikey;

import app.homekeep.model.Invalid;
import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Role;
import app.homekeep.model.apikey.ApiKey;
import app.homekeep.model.apikey.CreatedApiKey;
import app.homekeep.model.apikey.NewApiKey;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.AccountEnding;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.http.OpenExchanges;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.role.Roles;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Makes, lists and revokes API keys. Thread-safe.
public final class ApiKeys implements AccountEnding {
    /// Of one account: more are a script that went wrong.
    private static final int MOST = 50;

    private final Database database;
    private final ApiKeyStore store = new ApiKeyStore();
    private final LiveKeys live;
    private final Roles roles;
    private final OpenExchanges exchanges;
    private final EventHub events;
    private final AuditLog audit;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;
    private final Supplier<Duration> oldAfter;

    /// @param oldAfter the age at which a key should be replaced
    public ApiKeys(
            Database database,
            LiveKeys live,
            Roles roles,
            OpenExchanges exchanges,
            EventHub events,
            AuditLog audit,
            Ids ids,
            SecureRandom random,
            Clock clock,
            Supplier<Duration> oldAfter) {
        this.database = database;
        this.live = live;
        this.roles = roles;
        this.exchanges = exchanges;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.oldAfter = oldAfter;
    }

    /// Makes a key that acts for an account.
    ///
    /// @return the key, the only time it is shown
    /// @throws Invalid when it asks for more than the account or API keys may do, or is over before it begins
    /// @throws Refused 409 when the account has too many
    public CreatedApiKey create(Account account, NewApiKey request, AuditEntry entry) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Instant> expiresAt =
                Optional.ofNullable(request.expiresAt()).map(end -> end.truncatedTo(ChronoUnit.MILLIS));
        if (expiresAt.filter(end -> !now.isBefore(end)).isPresent()) {
            throw new Invalid("expires_at", "This time is over.");
        }
        check(request.permissions(), account);
        KeyText text = KeyText.random(ids.next().replace("-", ""), random);
        var row = new KeyRow(
                text.id(),
                account.id(),
                request.name(),
                text.hash(),
                request.permissions(),
                now,
                expiresAt,
                Optional.empty());
        database.write(tx -> {
            if (store.ids(tx.handle(), Optional.of(account.id())).size() >= MOST) {
                throw new Refused(ProblemCode.CONFLICT, "There are " + MOST + " API keys already. Revoke one first.");
            }
            store.insert(tx.handle(), row);
            audit.append(tx, entry.target(text.id()).detail(describe(row, account.username())));
            announce(tx);
            return row;
        });
        return new CreatedApiKey(text.id(), row.name(), text.text(), row.permissions(), request.expiresAt());
    }

    /// The newest first.
    ///
    /// @param accountId whose; empty for all
    /// @param after     the cursor of the page before
    public Page<ApiKey> page(Optional<String> accountId, Optional<String> after, int limit) {
        List<ApiKeyStore.Named> rows = database.read(handle -> store.page(handle, accountId, after, limit + 1));
        List<ApiKey> items = rows.stream().limit(limit).map(this::shown).toList();
        return new Page<>(items, rows.size() > limit ? items.getLast().id() : null);
    }

    /// Whose key it is; empty when there is no such key.
    public Optional<String> accountOf(String id) {
        return database.read(handle -> store.find(handle, id)).map(KeyRow::accountId);
    }

    /// Revokes one: its next request is refused, what it has open is cut.
    ///
    /// @return false when there is no such key
    public boolean revoke(String id, AuditEntry entry) {
        return database.write(tx -> revoke(tx, id, entry));
    }

    /// Revokes all of an account, or everybody's.
    ///
    /// @return how many
    public int revokeAll(Optional<String> accountId, AuditEntry entry) {
        return database.write(tx -> revokeAll(tx, accountId, entry));
    }

    /// The same as part of something larger: an account that is deactivated or deleted, a lockdown.
    public int revokeAll(Transaction tx, Optional<String> accountId, AuditEntry entry) {
        return (int) store.ids(tx.handle(), accountId).stream()
                .filter(id -> revoke(tx, id, entry))
                .count();
    }

    /// Cuts what is open for the keys of an account, which go on: what they may do has changed.
    public void cutAll(Transaction tx, String accountId) {
        List<String> all = store.ids(tx.handle(), Optional.of(accountId));
        tx.afterCommit(() -> all.forEach(id -> exchanges.cut(KeyText.PREFIX + id, "permissions_changed", "{}")));
    }

    @Override
    public void deactivated(Transaction tx, String accountId) {
        revokeAll(tx, Optional.of(accountId), AuditEntry.system(AuditKind.API_KEY_REVOKE));
    }

    @Override
    public void forget(Transaction tx, String accountId) {
        deactivated(tx, accountId);
    }

    private boolean revoke(Transaction tx, String id, AuditEntry entry) {
        Optional<KeyRow> row = store.find(tx.handle(), id);
        if (row.isEmpty() || !store.delete(tx.handle(), id)) {
            return false;
        }
        audit.append(tx, entry.target(id).detail(row.get().name()));
        tx.afterCommit(() -> {
            live.revoked(id);
            exchanges.cut(KeyText.PREFIX + id, "session_revoked", "{\"reason\":\"owner\"}");
        });
        announce(tx);
        return true;
    }

    private void announce(Transaction tx) {
        tx.afterCommit(() -> events.publish(new EventHub.Event.ApiKeysChanged()));
    }

    private void check(Set<Permission> wanted, Account account) {
        for (Permission permission : wanted) {
            if (!roles.permissions(Role.API.wire()).contains(permission)) {
                throw new Invalid("permissions", "No API key may have " + permission.wire() + ".");
            }
            if (!roles.permissions(account.role()).contains(permission)) {
                throw new Invalid("permissions", "This account may not do " + permission.wire() + " itself.");
            }
        }
    }

    private ApiKey shown(ApiKeyStore.Named named) {
        KeyRow row = named.key();
        Optional<KeyRow.LastUse> use = live.lastUse(row);
        return new ApiKey(
                row.id(),
                row.name(),
                named.username(),
                row.permissions(),
                row.createdAt(),
                row.expiresAt().orElse(null),
                use.map(KeyRow.LastUse::at).orElse(null),
                use.map(KeyRow.LastUse::address).orElse(null),
                !clock.instant().isBefore(row.createdAt().plus(oldAfter.get())));
    }

    private static String describe(KeyRow row, String username) {
        String may = row.permissions().stream().map(Permission::wire).sorted().collect(Collectors.joining(", "));
        return row.name() + ", for " + username + ", may " + may;
    }
}
