// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.server.session.Device;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// The table `half_logins`. Stateless; works on the handle it is given.
final class HalfLoginStore {
    private static final RowMapper<HalfLogin> HALF_LOGIN = (row, context) -> new HalfLogin(
            HalfLogin.Stage.of(row.getString("stage")),
            row.getString("account_id"),
            new HalfLogin.Pass(
                    new Device(row.getString("device"), row.getString("browser")),
                    row.getInt("remember") == 1,
                    Optional.ofNullable(row.getString("device_id")),
                    List.of(row.getString("amr").split(" "))),
            question(row.getString("question_id"), row.getString("number")),
            Instant.ofEpochMilli(row.getLong("expires_at")));

    void insert(Handle handle, byte[] hash, HalfLogin half) {
        handle.createUpdate("""
                        INSERT INTO half_logins (hash, stage, account_id, remember, device, browser, device_id, amr,
                                                 question_id, number, expires_at)
                        VALUES (:hash, :stage, :account, :remember, :device, :browser, :device_id, :amr,
                                :question, :number, :expires)
                        """)
                .bind("hash", hash)
                .bind("stage", half.stage().wire())
                .bind("account", half.accountId())
                .bind("remember", half.pass().remember() ? 1 : 0)
                .bind("device", half.pass().device().name())
                .bind("browser", half.pass().device().browser())
                .bind("device_id", half.pass().deviceId().orElse(null))
                .bind("amr", String.join(" ", half.pass().amr()))
                .bind("question", half.question().map(HalfLogin.Question::id).orElse(null))
                .bind("number", half.question().map(HalfLogin.Question::number).orElse(null))
                .bind("expires", half.expiresAt().toEpochMilli())
                .execute();
    }

    Optional<HalfLogin> find(Handle handle, byte[] hash, Instant now) {
        return handle.createQuery("SELECT * FROM half_logins WHERE hash = :hash AND expires_at > :now")
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .map(HALF_LOGIN)
                .findOne();
    }

    /// Takes one; the row count decides who was first.
    boolean take(Handle handle, byte[] hash, Instant now) {
        return handle.createUpdate("DELETE FROM half_logins WHERE hash = :hash AND expires_at > :now")
                        .bind("hash", hash)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /// One more wrong code; the last that it may have ends it.
    void countWrong(Handle handle, byte[] hash, int atMost) {
        handle.createUpdate("UPDATE half_logins SET wrong = wrong + 1 WHERE hash = :hash")
                .bind("hash", hash)
                .execute();
        handle.createUpdate("DELETE FROM half_logins WHERE hash = :hash AND wrong >= :most")
                .bind("hash", hash)
                .bind("most", atMost)
                .execute();
    }

    void forget(Handle handle, String accountId) {
        handle.createUpdate("DELETE FROM half_logins WHERE account_id = :account")
                .bind("account", accountId)
                .execute();
    }

    void forgetAll(Handle handle) {
        handle.createUpdate("DELETE FROM half_logins").execute();
    }

    void forgetBefore(Handle handle, Instant now) {
        handle.createUpdate("DELETE FROM half_logins WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static Optional<HalfLogin.Question> question(@Nullable String id, @Nullable String number) {
        return id == null || number == null ? Optional.empty() : Optional.of(new HalfLogin.Question(id, number));
    }
}
