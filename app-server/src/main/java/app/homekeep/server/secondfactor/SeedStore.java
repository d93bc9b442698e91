// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The tables `totp_seeds`, `totp_enrolments` and `totp_forced`. Stateless; works on the handle it is given.
final class SeedStore {
    /// The sealed seed in force.
    Optional<byte[]> seed(Handle handle, String accountId) {
        return handle.createQuery("SELECT seed FROM totp_seeds WHERE account_id = :account")
                .bind("account", accountId)
                .mapTo(byte[].class)
                .findOne();
    }

    /// Puts a seed in force, the code of one step spent with it.
    void put(Handle handle, String accountId, byte[] seed, long step, Instant now) {
        handle.createUpdate("""
                        INSERT INTO totp_seeds (account_id, seed, last_step, created_at)
                        VALUES (:account, :seed, :step, :now)
                        ON CONFLICT (account_id) DO UPDATE SET seed = excluded.seed, last_step = excluded.last_step,
                                                               created_at = excluded.created_at
                        """)
                .bind("account", accountId)
                .bind("seed", seed)
                .bind("step", step)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Takes the code of a step; the row count decides who was first.
    ///
    /// @return false when it, or a later one, was taken before
    boolean spend(Handle handle, String accountId, long step) {
        return handle.createUpdate(
                                "UPDATE totp_seeds SET last_step = :step WHERE account_id = :account AND last_step < :step")
                        .bind("account", accountId)
                        .bind("step", step)
                        .execute()
                == 1;
    }

    void putPending(Handle handle, String accountId, byte[] seed, Instant expiresAt) {
        handle.createUpdate("""
                        INSERT INTO totp_enrolments (account_id, seed, expires_at) VALUES (:account, :seed, :expires)
                        ON CONFLICT (account_id) DO UPDATE SET seed = excluded.seed, expires_at = excluded.expires_at
                        """)
                .bind("account", accountId)
                .bind("seed", seed)
                .bind("expires", expiresAt.toEpochMilli())
                .execute();
    }

    /// The sealed seed that waits to be confirmed.
    Optional<byte[]> pending(Handle handle, String accountId, Instant now) {
        return handle.createQuery("SELECT seed FROM totp_enrolments WHERE account_id = :account AND expires_at > :now")
                .bind("account", accountId)
                .bind("now", now.toEpochMilli())
                .mapTo(byte[].class)
                .findOne();
    }

    void deletePending(Handle handle, String accountId) {
        handle.createUpdate("DELETE FROM totp_enrolments WHERE account_id = :account")
                .bind("account", accountId)
                .execute();
    }

    void deleteSeed(Handle handle, String accountId) {
        handle.createUpdate("DELETE FROM totp_seeds WHERE account_id = :account")
                .bind("account", accountId)
                .execute();
    }

    void force(Handle handle, String accountId, Instant now) {
        handle.createUpdate("""
                        INSERT INTO totp_forced (account_id, since) VALUES (:account, :now)
                        ON CONFLICT (account_id) DO NOTHING
                        """)
                .bind("account", accountId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    boolean forced(Handle handle, String accountId) {
        return handle.createQuery("SELECT count(*) FROM totp_forced WHERE account_id = :account")
                        .bind("account", accountId)
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    void unforce(Handle handle, String accountId) {
        handle.createUpdate("DELETE FROM totp_forced WHERE account_id = :account")
                .bind("account", accountId)
                .execute();
    }
}
