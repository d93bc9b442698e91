// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.Page;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Role;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.account.User;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.password.PasswordPolicy;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Remembered;
import app.homekeep.server.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may sign in. Thread-safe.
public final class Accounts {
    private static final int REMEMBERED = 10_000;

    private final Database database;
    private final AccountStore store = new AccountStore();
    private final Remembered<Account> live = new Remembered<>(REMEMBERED);
    private final PasswordHashes hashes;
    private final PasswordPolicy policy;
    private final AuditLog audit;
    private final EventHub events;
    private final NewAccountHook hook;
    private final Ids ids;
    private final Clock clock;
    private volatile @Nullable String ownerName;

    public Accounts(
            Database database,
            PasswordHashes hashes,
            PasswordPolicy policy,
            AuditLog audit,
            EventHub events,
            NewAccountHook hook,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.hashes = hashes;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
        this.hook = hook;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes an account, its personal space and the audit row, as part of something larger.
    ///
    /// @param hash  a PHC string, or [Credential#NONE]
    /// @param entry who does it; the username becomes its target
    /// @throws Refused 409 when the name is taken
    public void add(Transaction tx, Account account, String hash, AuditEntry entry) {
        if (!store.insert(tx.handle(), account, hash)) {
            throw taken();
        }
        hook.made(tx, account);
        audit.append(tx, entry.target(account.username()).detail("role " + account.role()));
        announce(tx, account.id());
    }

    /// An account that is to be made.
    ///
    /// @param displayName the username where missing
    public Account draft(String username, @Nullable String displayName, String role, AccountState state) {
        return new Account(
                ids.next(),
                username,
                Objects.requireNonNullElse(displayName, username),
                role,
                state,
                false,
                false,
                Optional.empty(),
                false,
                now());
    }

    /// Makes the owner's account: the first one, once in the life of a server.
    ///
    /// @throws Refused 409 when there is an owner
    public Account createOwner(String username, String password, AuditEntry entry) {
        policy.check("password", password, List.of(username));
        String hash = hashes.hash(password);
        Account account = draft(username, null, Role.OWNER.wire(), AccountState.ACTIVE);
        return database.write(tx -> {
            if (store.owner(tx.handle()).isPresent()) {
                throw new Refused(ProblemCode.CONFLICT, "This server has an owner already.");
            }
            add(tx, account, hash, entry);
            return account;
        });
    }

    public Optional<Account> owner() {
        return database.read(store::owner);
    }

    /// The owner's username as it is now, from memory but for the first time.
    public String ownerName() {
        String known = ownerName;
        if (known == null) {
            known = owner().map(Account::username).orElse("owner");
            ownerName = known;
        }
        return known;
    }

    public int count() {
        return database.read(store::count);
    }

    /// The account of that name with its hash, however the name is written.
    public Optional<Credential> credential(String username) {
        return database.read(handle -> store.byFoldedName(handle, Usernames.folded(username)));
    }

    public Optional<Account> byId(String id) {
        return database.read(handle -> store.byId(handle, id));
    }

    /// The account, from memory alone; empty when a look into the database is needed.
    public Optional<Account> remembered(String id) {
        return live.get(id);
    }

    /// The account as it is now, from memory where it can be.
    public Optional<Account> live(String id) {
        return live.get(id).or(() -> live.fill(id, () -> byId(id)));
    }

    /// The account as it is in this transaction, with its hash.
    public Optional<Credential> credential(Transaction tx, String id) {
        return store.credential(tx.handle(), id);
    }

    /// Writes an account back, as part of something larger that writes the audit row. The next request of anybody who
    /// is signed in to it finds what is new.
    ///
    /// @throws Refused 409 when its new name is another's; 404 when it is gone
    public void change(Transaction tx, Account account) {
        if (!store.update(tx.handle(), account, now())) {
            throw store.byId(tx.handle(), account.id()).isEmpty() ? Refused.notFound() : taken();
        }
        if (account.owner()) {
            tx.afterCommit(() -> ownerName = account.username());
        }
        announce(tx, account.id());
    }

    /// Takes an account away, as part of something larger, after all that points to it.
    ///
    /// @throws Refused 404 when it is gone
    void delete(Transaction tx, String id) {
        if (!store.delete(tx.handle(), id)) {
            throw Refused.notFound();
        }
        announce(tx, id);
    }

    /// A new password, as part of something larger that writes the audit row and ends sessions.
    ///
    /// @param hash a PHC string
    public void setPassword(Transaction tx, String id, String hash) {
        store.setHash(tx.handle(), id, hash);
        announce(tx, id);
    }

    /// The id behind a username, however it is written.
    public Optional<String> idOf(String username) {
        return credential(username).map(credential -> credential.account().id());
    }

    /// Makes the hash again at today's cost, while the password is known. Does nothing when it was changed meanwhile.
    public void renewHash(Credential credential, String password) {
        if (hashes.outdated(credential.hash())) {
            String renewed = hashes.hash(password);
            database.write(tx -> {
                store.setHash(tx.handle(), credential.account().id(), credential.hash(), renewed);
                return renewed;
            });
        }
    }

    /// Whether there is an account of that name, however it is written.
    public boolean exists(Transaction tx, String username) {
        return store.byFoldedName(tx.handle(), Usernames.folded(username)).isPresent();
    }

    /// As the API shows it, with when it was last seen.
    public Optional<User> user(String id) {
        return database.read(handle -> store.seen(handle, id))
                .map(row -> row.account().user(row.lastSeenAt()));
    }

    /// The one of that name, however it is written; none where there is none.
    List<User> named(String username) {
        return idOf(username).flatMap(this::user).stream().toList();
    }

    /// Since when an account has its name.
    Optional<Instant> namedAt(String id) {
        return database.read(handle -> store.namedAt(handle, id));
    }

    /// Accounts in the order of their names.
    ///
    /// @param after the cursor of the page before
    public Page<User> page(Optional<String> after, int limit) {
        List<AccountStore.Seen> rows = database.read(handle -> store.page(handle, after.orElse(""), limit + 1));
        List<User> users = rows.stream()
                .limit(limit)
                .map(row -> row.account().user(row.lastSeenAt()))
                .toList();
        String next = rows.size() > limit ? Usernames.folded(users.getLast().username()) : null;
        return new Page<>(users, next);
    }

    private void announce(Transaction tx, String id) {
        tx.afterCommit(() -> {
            live.changed(id);
            events.publish(new EventHub.Event.UsersChanged());
        });
    }

    private static Refused taken() {
        return new Refused(ProblemCode.CONFLICT, "There is an account of that name already.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
