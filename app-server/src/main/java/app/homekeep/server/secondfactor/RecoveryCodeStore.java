// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table `recovery_codes`. Stateless; works on the handle it is given.
final class RecoveryCodeStore {
    void insert(Handle handle, String accountId, String keyId, byte[] hmac) {
        handle.createUpdate("INSERT INTO recovery_codes (account_id, key_id, hmac) VALUES (:account, :key, :hmac)")
                .bind("account", accountId)
                .bind("key", keyId)
                .bind("hmac", hmac)
                .execute();
    }

    /// Takes one; the row count decides who was first.
    boolean take(Handle handle, String accountId, String keyId, byte[] hmac) {
        return handle.createUpdate(
                                "DELETE FROM recovery_codes WHERE account_id = :account AND key_id = :key AND hmac = :hmac")
                        .bind("account", accountId)
                        .bind("key", keyId)
                        .bind("hmac", hmac)
                        .execute()
                == 1;
    }

    /// The keys that an account's codes were made with: one, but for a change of keys.
    List<String> keys(Handle handle, String accountId) {
        return handle.createQuery("SELECT DISTINCT key_id FROM recovery_codes WHERE account_id = :account")
                .bind("account", accountId)
                .mapTo(String.class)
                .list();
    }

    int count(Handle handle, String accountId) {
        return handle.createQuery("SELECT count(*) FROM recovery_codes WHERE account_id = :account")
                .bind("account", accountId)
                .mapTo(int.class)
                .one();
    }

    void deleteAll(Handle handle, String accountId) {
        handle.createUpdate("DELETE FROM recovery_codes WHERE account_id = :account")
                .bind("account", accountId)
                .execute();
    }
}
