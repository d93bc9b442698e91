// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table `wrong_codes`. Stateless; works on the handle it is given.
final class WrongCodeStore {
    void insert(Handle handle, String accountId, Instant now) {
        handle.createUpdate("INSERT INTO wrong_codes (account_id, at) VALUES (:account, :now)")
                .bind("account", accountId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// When an account's wrong codes after `since` were given, oldest first.
    List<Instant> since(Handle handle, String accountId, Instant since) {
        return handle.createQuery("SELECT at FROM wrong_codes WHERE account_id = :account AND at > :since ORDER BY at")
                .bind("account", accountId)
                .bind("since", since.toEpochMilli())
                .map((row, context) -> Instant.ofEpochMilli(row.getLong("at")))
                .list();
    }

    void forgetBefore(Handle handle, Instant before) {
        handle.createUpdate("DELETE FROM wrong_codes WHERE at <= :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    void forget(Handle handle, String accountId) {
        handle.createUpdate("DELETE FROM wrong_codes WHERE account_id = :account")
                .bind("account", accountId)
                .execute();
    }
}
