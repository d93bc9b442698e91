// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.server.code.SpokenCode;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The ten codes of an account for when its app is lost. Only their HMACs are kept, under a key that is not in the
/// database: a copy of it can't be searched for codes. Thread-safe.
final class RecoverySet {
    private static final int CODES = 10;
    private static final String HMAC = "HmacSHA256";

    private final RecoveryCodeStore store = new RecoveryCodeStore();
    private final Database database;
    private final Keyring keyring;
    private final SecureRandom random;

    RecoverySet(Database database, Keyring keyring, SecureRandom random) {
        this.database = database;
        this.keyring = keyring;
        this.random = random;
    }

    /// Ten new ones in place of those there were; shown once.
    List<String> make(Transaction tx, String accountId) {
        store.deleteAll(tx.handle(), accountId);
        List<String> codes =
                Stream.generate(() -> SpokenCode.random(random)).limit(CODES).toList();
        Keyring.Key key = keyring.active(Purpose.RECOVERY_CODE);
        codes.forEach(code -> store.insert(tx.handle(), accountId, key.id(), hmac(key, accountId, code)));
        return codes;
    }

    /// Takes one, as typed.
    ///
    /// @return false when it is none of theirs, or was taken before
    boolean take(Transaction tx, String accountId, String typed) {
        return store.keys(tx.handle(), accountId).stream()
                .flatMap(id -> keyring.find(Purpose.RECOVERY_CODE, id).stream())
                .anyMatch(key -> store.take(tx.handle(), accountId, key.id(), hmac(key, accountId, typed)));
    }

    int left(String accountId) {
        return database.read(handle -> store.count(handle, accountId));
    }

    int left(Transaction tx, String accountId) {
        return store.count(tx.handle(), accountId);
    }

    void clear(Transaction tx, String accountId) {
        store.deleteAll(tx.handle(), accountId);
    }

    private static byte[] hmac(Keyring.Key key, String accountId, String code) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.bytes(), HMAC));
            return mac.doFinal((accountId + ":" + SpokenCode.plain(code)).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }
}
