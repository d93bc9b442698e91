// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.Invalid;
import app.homekeep.model.Page;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Role;
import app.homekeep.model.Rules;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.User;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.password.PasswordPolicy;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.role.Roles;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Remembered;
import app.homekeep.server.store.Transaction;
import java.time.Clock;
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
    private final Roles roles;
    private final PasswordHashes hashes;
    private final PasswordPolicy policy;
    private final AuditLog audit;
    private final EventHub events;
    private final NewAccountHook hook;
    private final Ids ids;
    private final Clock clock;

    public Accounts(
            Database database,
            Roles roles,
            PasswordHashes hashes,
            PasswordPolicy policy,
            AuditLog audit,
            EventHub events,
            NewAccountHook hook,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.roles = roles;
        this.hashes = hashes;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
        this.hook = hook;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes an account, its personal space and the audit row, all or nothing.
    ///
    /// @param entry who does it; the new username becomes its target
    /// @throws app.homekeep.model.Invalid when the password isn't good enough
    /// @throws Refused                    409 when the name is taken
    public User create(NewUser request, AuditEntry entry) {
        if (!roles.assignable(request.role())) {
            throw new Invalid("role", "There is no role of that name.");
        }
        String password = Rules.password("password", request.password());
        policy.check("password", password, names(request));
        String hash = hashes.hash(password);
        Account account = account(request.username(), request.displayName(), request.role());
        database.write(tx -> {
            insert(tx, account, hash, entry);
            return account;
        });
        return account.user();
    }

    /// Makes the owner's account: the first one, once in the life of a server.
    ///
    /// @throws Refused 409 when there is an owner
    public Account createOwner(String username, String password, AuditEntry entry) {
        policy.check("password", password, List.of(username));
        String hash = hashes.hash(password);
        Account account = account(username, null, Role.OWNER.wire());
        return database.write(tx -> {
            if (store.owner(tx.handle()).isPresent()) {
                throw new Refused(ProblemCode.CONFLICT, "This server has an owner already.");
            }
            insert(tx, account, hash, entry);
            return account;
        });
    }

    public Optional<Account> owner() {
        return database.read(store::owner);
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
        if (!store.update(tx.handle(), account)) {
            throw store.byId(tx.handle(), account.id()).isEmpty() ? Refused.notFound() : taken();
        }
        announce(tx, account.id());
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

    private void insert(Transaction tx, Account account, String hash, AuditEntry entry) {
        if (!store.insert(tx.handle(), account, hash)) {
            throw taken();
        }
        hook.made(tx, account);
        audit.append(tx, entry.target(account.username()).detail("role " + account.role()));
        announce(tx, account.id());
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

    private Account account(String username, @Nullable String displayName, String role) {
        return new Account(
                ids.next(),
                username,
                Objects.requireNonNullElse(displayName, username),
                role,
                AccountState.ACTIVE,
                false,
                false,
                Optional.empty(),
                false,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static List<String> names(NewUser request) {
        String display = request.displayName();
        return display == null ? List.of(request.username()) : List.of(request.username(), display);
    }
}
