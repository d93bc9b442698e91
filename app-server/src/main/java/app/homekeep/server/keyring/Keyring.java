// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.crypto.AEADBadTagException;

/// The keys in use, read once and kept in memory. Thread-safe; looking one up takes no lock.
///
/// ```
/// master.key ──HKDF──▶ wrapping key ──AES-GCM──▶ keys (database): one active a purpose, and those retiring
/// ```
public final class Keyring {
    /// @param id    names it in what it signed or sealed; not secret
    /// @param bytes 256 random bits
    public record Key(String id, byte[] bytes) {
        /// Without the secret.
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    /// What a person may know of a key.
    ///
    /// @param createdAt empty for one that a file fixes
    /// @param retireAt  when a retiring one stops being good; empty where it never does
    public record Known(
            String id, boolean active, Optional<Instant> createdAt, Optional<Instant> retireAt, boolean fixed) {}

    /// A key, and until when it is good.
    private record Held(Key key, Instant until) {}

    private record Ring(Key active, Map<String, Held> all) {}

    private final MasterKey master;
    private final Database database;
    private final SecureRandom random;
    private final Clock clock;
    private final Optional<Key> fixedJwt;
    private final String serverId;
    private volatile Map<Purpose, Ring> rings = Map.of();

    private Keyring(
            MasterKey master, Database database, SecureRandom random, Clock clock, Optional<Key> jwt, String serverId) {
        this.master = master;
        this.database = database;
        this.random = random;
        this.clock = clock;
        this.fixedJwt = jwt;
        this.serverId = serverId;
    }

    /// Reads the keys; makes them, and the master key, when the database has none yet.
    ///
    /// @param keysFolder where `master.key` is: `<data>/keys`
    /// @param jwtKeyFile what `HOMEKEEP_JWT_KEY_FILE` names: the one key for JWTs then
    /// @throws KeyringUnusable when the database has keys that can't be read; no key is ever replaced by a new one
    public static Keyring open(
            Path keysFolder, Database database, SecureRandom random, Clock clock, Optional<Path> jwtKeyFile) {
        Optional<Key> jwt = jwtKeyFile.map(FixedKey::read);
        boolean isNew = database.read(KeyRowStore::all).isEmpty();
        MasterKey master = isNew ? MasterKey.readOrMake(keysFolder, random) : MasterKey.read(keysFolder);
        String serverId = database.read(KeyRowStore::serverId).orElseGet(() -> token(random, 15));
        var keyring = new Keyring(master, database, random, clock, jwt, serverId);
        // Before anything is written: a wrong master key must change nothing.
        Map<Purpose, Ring> found = keyring.unwrap(database.read(KeyRowStore::all));
        if (found.size() < Purpose.values().length || keyring.anyRetired(found)) {
            database.write(tx -> keyring.complete(tx, found));
        }
        keyring.rings = keyring.unwrap(database.read(KeyRowStore::all));
        return keyring;
    }

    /// The key to sign or seal with.
    public Key active(Purpose purpose) {
        if (purpose == Purpose.JWT && fixedJwt.isPresent()) {
            return fixedJwt.get();
        }
        return ring(purpose).active();
    }

    /// The key that signed or sealed something, while it is good.
    public Optional<Key> find(Purpose purpose, String id) {
        if (purpose == Purpose.JWT && fixedJwt.isPresent()) {
            return fixedJwt.filter(key -> key.id().equals(id));
        }
        return Optional.ofNullable(ring(purpose).all().get(id))
                .filter(held -> clock.instant().isBefore(held.until()))
                .map(Held::key);
    }

    /// Seals with the keys of a purpose.
    public SecretBox box(Purpose purpose) {
        return new SecretBox(this, purpose, random);
    }

    /// Makes a new key active, durable on return. The old one is still found: as long as what it signed may live, or
    /// for good where it sealed what is stored.
    ///
    /// @throws KeyringUnusable for JWTs when their key is fixed by a file
    public Key rotate(Purpose purpose) {
        return rotate(purpose, false, (tx, fresh) -> {});
    }

    /// The same, with what is to be written along.
    ///
    /// @param atOnce  whether what older keys have signed ends now, as after a theft; for purposes that only sign
    /// @param witness gets the new key's id in the transaction that makes it: for the audit log
    /// @throws KeyringUnusable for JWTs when their key is fixed by a file
    public synchronized Key rotate(Purpose purpose, boolean atOnce, BiConsumer<Transaction, String> witness) {
        if (purpose == Purpose.JWT && fixedJwt.isPresent()) {
            throw new KeyringUnusable(
                    "jwt_key_fixed", "The key of HOMEKEEP_JWT_KEY_FILE is changed by changing the file.");
        }
        if (atOnce && purpose.overlap().isEmpty()) {
            throw new IllegalArgumentException("what was sealed for " + purpose + " would be lost");
        }
        Instant now = now();
        String fresh = database.write(tx -> {
            List<KeyRow> older = KeyRowStore.all(tx.handle()).stream()
                    .filter(row -> row.purpose().equals(purpose.name()) && (atOnce || row.active()))
                    .toList();
            for (KeyRow row : older) {
                KeyRowStore.retire(
                        tx.handle(),
                        row.id(),
                        atOnce ? Optional.of(now) : purpose.overlap().map(now::plus));
            }
            String made = insertNew(tx, purpose, now);
            witness.accept(tx, made);
            return made;
        });
        rings = unwrap(database.read(KeyRowStore::all));
        return find(purpose, fresh).orElseThrow();
    }

    /// The keys of a purpose that are good now, the newest first: what a person may know of them.
    public List<Known> known(Purpose purpose) {
        Instant now = now();
        if (purpose == Purpose.JWT && fixedJwt.isPresent()) {
            return List.of(new Known(fixedJwt.get().id(), true, Optional.empty(), Optional.empty(), true));
        }
        return database.read(KeyRowStore::all).stream()
                .filter(row -> row.purpose().equals(purpose.name()))
                .filter(row -> row.retireAt().map(now::isBefore).orElse(true))
                .sorted(Comparator.comparing(KeyRow::createdAt).reversed())
                .map(row -> new Known(row.id(), row.active(), Optional.of(row.createdAt()), row.retireAt(), false))
                .toList();
    }

    /// Names this server for ever, for the issuer of its tokens. Random; not secret.
    public String serverId() {
        return serverId;
    }

    private boolean complete(Transaction tx, Map<Purpose, Ring> found) {
        Instant now = now();
        KeyRowStore.deleteRetired(tx.handle(), now);
        for (Purpose purpose : Purpose.values()) {
            if (!found.containsKey(purpose)) {
                insertNew(tx, purpose, now);
            }
        }
        if (KeyRowStore.serverId(tx.handle()).isEmpty()) {
            KeyRowStore.insertServerId(tx.handle(), serverId);
        }
        return true;
    }

    private String insertNew(Transaction tx, Purpose purpose, Instant now) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        String id = token(random, 9);
        String associated = KeyRow.associated(id, purpose.name(), now);
        byte[] wrapped = master.wrap(key, associated, random);
        KeyRowStore.insert(tx.handle(), new KeyRow(id, purpose.name(), true, wrapped, now, Optional.empty()));
        return id;
    }

    private Map<Purpose, Ring> unwrap(List<KeyRow> rows) {
        Map<Purpose, Ring> made = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            Map<String, Held> all = new HashMap<>();
            Optional<Key> active = Optional.empty();
            for (KeyRow row : rows) {
                if (row.purpose().equals(purpose.name())) {
                    Key key = unwrap(row);
                    all.put(key.id(), new Held(key, row.retireAt().orElse(Instant.MAX)));
                    active = row.active() ? Optional.of(key) : active;
                }
            }
            active.ifPresent(key -> made.put(purpose, new Ring(key, Map.copyOf(all))));
        }
        return made;
    }

    private Key unwrap(KeyRow row) {
        try {
            return new Key(row.id(), master.unwrap(row.wrapped(), row.associated()));
        } catch (AEADBadTagException e) {
            throw new KeyringUnusable(
                    "master_key_wrong",
                    "The master key does not fit the database. Put back the two that belong together.",
                    e);
        }
    }

    private boolean anyRetired(Map<Purpose, Ring> found) {
        return found.values().stream()
                .flatMap(ring -> ring.all().values().stream())
                .anyMatch(held -> !clock.instant().isBefore(held.until()));
    }

    private Ring ring(Purpose purpose) {
        Ring ring = rings.get(purpose);
        if (ring == null) {
            throw new IllegalStateException("no key for " + purpose);
        }
        return ring;
    }

    /// Milliseconds, as the database keeps them: what is bound to a row must be read back the same.
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static String token(SecureRandom random, int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(some);
    }
}
