// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.apikey;

import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Role;
import app.homekeep.server.access.Caller;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.http.Callers;
import app.homekeep.server.http.Credential;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.role.Roles;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Remembered;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Finds out who is behind an API key. A key may what it was made for, as far as its owner's role and the role of API
/// keys still allow it: all three are looked up at each request. Thread-safe; a key in memory takes no lock.
public final class LiveKeys implements Callers {
    private static final int REMEMBERED = 10_000;

    private final Database database;
    private final ApiKeyStore store = new ApiKeyStore();
    private final Accounts accounts;
    private final Roles roles;
    private final Clock clock;
    private final Remembered<LiveKey> live = new Remembered<>(REMEMBERED);
    private final Set<LiveKey> used = ConcurrentHashMap.newKeySet();

    public LiveKeys(Database database, Accounts accounts, Roles roles, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.roles = roles;
        this.clock = clock;
    }

    /// Whether a credential is an API key, good or not, and no access token.
    public static boolean isKey(Credential credential) {
        return credential.text().startsWith(KeyText.PREFIX);
    }

    @Override
    public Optional<Caller> remembered(Credential credential, String address) {
        KeyText text = key(credential);
        return live.get(text.id())
                .flatMap(key ->
                        accounts.remembered(key.row().accountId()).map(account -> caller(key, text, account, address)));
    }

    @Override
    public Caller identify(Credential credential, String address) {
        KeyText text = key(credential);
        LiveKey key = live.get(text.id())
                .or(() -> live.fill(
                        text.id(),
                        () -> database.read(handle -> store.find(handle, text.id()))
                                .map(LiveKey::new)))
                .orElseThrow(LiveKeys::unknown);
        Account account = accounts.live(key.row().accountId()).orElseThrow(LiveKeys::unknown);
        return caller(key, text, account, address);
    }

    /// Writes down when keys were last used. Called each minute.
    public void writeUses() {
        var now = Set.copyOf(used);
        used.removeAll(now);
        if (!now.isEmpty()) {
            database.write(tx -> {
                now.forEach(key -> key.lastUse()
                        .ifPresent(use -> store.used(tx.handle(), key.row().id(), use)));
                return now;
            });
        }
    }

    /// When and from where a key was last used, where memory knows it better than the database.
    Optional<KeyRow.LastUse> lastUse(KeyRow row) {
        return live.get(row.id()).map(LiveKey::lastUse).orElseGet(row::lastUse);
    }

    /// For the commit hook of its revocation.
    void revoked(String id) {
        live.changed(id);
    }

    /// Scripts send theirs as a bearer; one in a cookie was put there by somebody else.
    private static KeyText key(Credential credential) {
        return Optional.of(credential)
                .filter(given -> !given.cookie())
                .flatMap(given -> KeyText.parse(given.text()))
                .orElseThrow(LiveKeys::unknown);
    }

    private Caller caller(LiveKey key, KeyText text, Account account, String address) {
        var now = clock.instant();
        // Compares in constant time.
        if (!MessageDigest.isEqual(key.row().hash(), text.hash()) || key.row().expired(now) || account.blocked()) {
            throw unknown();
        }
        key.used(new KeyRow.LastUse(now.truncatedTo(ChronoUnit.MILLIS), address));
        used.add(key);
        Set<Permission> may = EnumSet.noneOf(Permission.class);
        may.addAll(key.row().permissions());
        may.retainAll(roles.permissions(account.role()));
        may.retainAll(roles.permissions(Role.API.wire()));
        return new Caller.ApiKey(account.user(), may, key.row().id());
    }

    /// The same for a key that never was, is revoked or over, or whose owner is blocked.
    private static Refused unknown() {
        return new Refused(ProblemCode.NOT_SIGNED_IN, "This API key is not good, or no more.");
    }
}
