// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// The keys of this home, unwrapped in memory. A purpose has one active key, which makes new things, and any number of
/// retiring ones, which still open old things until those are made anew. Thread-safe.
public final class Keyring {
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 8;

    private final MasterKey master;
    private final Clock clock;
    private final SecureRandom random;
    private final Optional<Key> fixedJwtKey;

    /// For each purpose its keys, the active one first. Replaced whole, on the writer's thread.
    private volatile Map<Purpose, List<Key>> keys;

    private Keyring(
            MasterKey master,
            Clock clock,
            SecureRandom random,
            Optional<Key> fixedJwtKey,
            Map<Purpose, List<Key>> keys) {
        this.master = master;
        this.clock = clock;
        this.random = random;
        this.fixedJwtKey = fixedJwtKey;
        this.keys = keys;
    }

    /// Opens the keys, or makes them on the first run.
    ///
    /// @param jwtKeyFile a fixed key to sign access tokens with, for several servers: Base64, 32 bytes or more
    /// @throws KeyringUnusable when the master key is missing, is not this database's, or is open to others; a new
    ///         one is never made where the database has keys
    public static Keyring open(
            Path dataFolder, Database database, Clock clock, SecureRandom random, Optional<Path> jwtKeyFile) {
        Optional<Key> fixedJwtKey = jwtKeyFile.map(JwtKeyFile::read);
        List<KeyStore.Row> rows = database.read(KeyStore::all);
        Path file = MasterKey.fileIn(dataFolder);
        boolean missing = Files.notExists(file);
        if (missing && !rows.isEmpty()) {
            throw new KeyringUnusable("The master key " + file + " is missing, and without it nothing secret in the"
                    + " database can be read. Put it back from a backup; nothing was changed.");
        }
        MasterKey master = missing ? MasterKey.make(file, random) : MasterKey.read(file);
        var keyring = new Keyring(master, clock, random, fixedJwtKey, unwrapped(rows, master, file));
        keyring.makeMissing(database);
        return keyring;
    }

    /// The key that makes new things.
    public Key active(Purpose purpose) {
        return signingKeys(purpose).getFirst();
    }

    /// A key by its id, active or retiring.
    public Optional<Key> find(Purpose purpose, String id) {
        return signingKeys(purpose).stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /// All keys of a purpose, the active one first.
    public List<Key> signingKeys(Purpose purpose) {
        return purpose == Purpose.JWT && fixedJwtKey.isPresent()
                ? List.of(fixedJwtKey.get())
                : keys.getOrDefault(purpose, List.of());
    }

    /// Encrypts and decrypts with the keys of a purpose.
    public SecretBox box(Purpose purpose) {
        return new SecretBox(this, purpose, random);
    }

    /// Makes a new key active; the one before stays as retiring. In effect with the commit.
    public Key rotate(Transaction tx, Purpose purpose) {
        var key = make(tx, purpose);
        tx.afterCommit(() -> {
            var list = new ArrayList<>(keys.getOrDefault(purpose, List.of()));
            list.addFirst(key);
            replace(purpose, list);
        });
        return key;
    }

    /// Forgets a retiring key: what it made can't be opened or checked any more. In effect with the commit.
    ///
    /// @return false when there is no such retiring key
    public boolean forget(Transaction tx, Purpose purpose, String id) {
        if (!KeyStore.deleteRetiring(tx.handle(), purpose, id)) {
            return false;
        }
        tx.afterCommit(() -> replace(
                purpose,
                keys.getOrDefault(purpose, List.of()).stream()
                        .filter(key -> !key.id().equals(id))
                        .toList()));
        return true;
    }

    private void makeMissing(Database database) {
        var missing = List.of(Purpose.values()).stream()
                .filter(purpose -> !keys.containsKey(purpose))
                .toList();
        if (!missing.isEmpty()) {
            database.write(tx -> {
                missing.forEach(purpose -> rotate(tx, purpose));
                return missing.size();
            });
        }
    }

    private Key make(Transaction tx, Purpose purpose) {
        byte[] secret = bytes(KEY_BYTES);
        String id = HexFormat.of().formatHex(bytes(ID_BYTES));
        byte[] wrapped = AesGcm.seal(master.wrappingKey(purpose), secret, context(purpose, id), random);
        KeyStore.insertActive(
                tx.handle(),
                new KeyStore.Row(id, purpose, true, Base64.getEncoder().encodeToString(wrapped), clock.millis()));
        return new Key(id, secret);
    }

    private void replace(Purpose purpose, List<Key> list) {
        var all = new EnumMap<Purpose, List<Key>>(Purpose.class);
        all.putAll(keys);
        all.put(purpose, List.copyOf(list));
        keys = all;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Map<Purpose, List<Key>> unwrapped(List<KeyStore.Row> rows, MasterKey master, Path file) {
        var keys = new EnumMap<Purpose, List<Key>>(Purpose.class);
        var wrapping = new EnumMap<Purpose, byte[]>(Purpose.class);
        for (KeyStore.Row row : rows) {
            byte[] wrappingKey = wrapping.computeIfAbsent(row.purpose(), master::wrappingKey);
            var list = keys.computeIfAbsent(row.purpose(), purpose -> new ArrayList<>());
            list.add(row.active() ? 0 : list.size(), unwrapped(row, wrappingKey, file));
        }
        keys.replaceAll((purpose, list) -> List.copyOf(list));
        return keys;
    }

    private static Key unwrapped(KeyStore.Row row, byte[] wrappingKey, Path file) {
        try {
            byte[] wrapped = Base64.getDecoder().decode(row.wrapped());
            return new Key(row.id(), AesGcm.open(wrappingKey, wrapped, context(row.purpose(), row.id())));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new KeyringUnusable("The master key " + file + " is not the one of this database, or the database's"
                    + " keys were changed. Put the right one back from a backup; nothing was changed.");
        }
    }

    private static byte[] context(Purpose purpose, String id) {
        return ("key:" + purpose.wire() + ":" + id + ":v1").getBytes(StandardCharsets.UTF_8);
    }
}
