// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The tables `guesses` and `guess_holds`. Stateless; works on the handle it is given.
final class GuessStore {
    private static final RowMapper<GuessHold> HOLD = (row, context) -> new GuessHold(
            row.getString("id"),
            new Guesser(row.getString("name"), row.getString("network"), row.getInt("known") == 1),
            Instant.ofEpochMilli(row.getLong("since")),
            Instant.ofEpochMilli(row.getLong("until")));

    /// How often somebody was wrong, and when last.
    record Wrong(int count, Instant last) {}

    void insert(Handle handle, String id, Guesser guesser, Instant now) {
        handle.createUpdate(
                        "INSERT INTO guesses (id, name, network, known, at) VALUES (:id, :name, :network, :known, :now)")
                .bind("id", id)
                .bind("name", guesser.name())
                .bind("network", guesser.network())
                .bind("known", guesser.known() ? 1 : 0)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// The tries of one guesser between two times.
    Wrong wrong(Handle handle, Guesser guesser, Instant after, Instant before) {
        return handle.createQuery("""
                        SELECT count(*) AS tries, max(at) AS last FROM guesses
                        WHERE name = :name AND network = :network AND known = :known AND at > :after AND at < :before
                        """)
                .bind("name", guesser.name())
                .bind("network", guesser.network())
                .bind("known", guesser.known() ? 1 : 0)
                .bind("after", after.toEpochMilli())
                .bind("before", before.toEpochMilli())
                .map((row, context) -> new Wrong(row.getInt("tries"), Instant.ofEpochMilli(row.getLong("last"))))
                .one();
    }

    /// When the try was that makes it `count` of them between two times, from anywhere, counted from the newest.
    Optional<Instant> nthNewest(Handle handle, Guesser guesser, int count, Instant after, Instant before) {
        return handle.createQuery("""
                        SELECT at FROM guesses WHERE name = :name AND known = :known AND at > :after AND at < :before
                        ORDER BY at DESC LIMIT 1 OFFSET :skipped
                        """)
                .bind("name", guesser.name())
                .bind("known", guesser.known() ? 1 : 0)
                .bind("after", after.toEpochMilli())
                .bind("before", before.toEpochMilli())
                .bind("skipped", count - 1)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    int count(Handle handle, Guesser guesser, Instant after) {
        return handle.createQuery("""
                        SELECT count(*) FROM guesses WHERE name = :name AND known = :known AND at > :after
                          AND (:network = '' OR network = :network)
                        """)
                .bind("name", guesser.name())
                .bind("network", guesser.network())
                .bind("known", guesser.known() ? 1 : 0)
                .bind("after", after.toEpochMilli())
                .mapTo(int.class)
                .one();
    }

    /// Forgets the tries of one guesser; from anywhere where its network is empty.
    void delete(Handle handle, Guesser guesser) {
        handle.createUpdate("""
                        DELETE FROM guesses
                        WHERE name = :name AND known = :known AND (:network = '' OR network = :network)
                        """)
                .bind("name", guesser.name())
                .bind("network", guesser.network())
                .bind("known", guesser.known() ? 1 : 0)
                .execute();
    }

    Optional<GuessHold> hold(Handle handle, Guesser guesser) {
        return handle.createQuery(
                        "SELECT * FROM guess_holds WHERE name = :name AND network = :network AND known = :known")
                .bind("name", guesser.name())
                .bind("network", guesser.network())
                .bind("known", guesser.known() ? 1 : 0)
                .map(HOLD)
                .findOne();
    }

    void hold(Handle handle, GuessHold hold) {
        handle.createUpdate("""
                        INSERT INTO guess_holds (id, name, network, known, since, until)
                        VALUES (:id, :name, :network, :known, :since, :until)
                        ON CONFLICT (name, network, known)
                        DO UPDATE SET id = excluded.id, since = excluded.since, until = excluded.until
                        """)
                .bind("id", hold.id())
                .bind("name", hold.guesser().name())
                .bind("network", hold.guesser().network())
                .bind("known", hold.guesser().known() ? 1 : 0)
                .bind("since", hold.since().toEpochMilli())
                .bind("until", hold.until().toEpochMilli())
                .execute();
    }

    /// @return false when there was none
    boolean release(Handle handle, Guesser guesser) {
        return handle.createUpdate(
                                "DELETE FROM guess_holds WHERE name = :name AND network = :network AND known = :known")
                        .bind("name", guesser.name())
                        .bind("network", guesser.network())
                        .bind("known", guesser.known() ? 1 : 0)
                        .execute()
                > 0;
    }

    /// Takes a hold that still lasts; the row count decides who lifted it.
    Optional<GuessHold> take(Handle handle, String id, Instant now) {
        return handle.createQuery("DELETE FROM guess_holds WHERE id = :id AND until > :now RETURNING *")
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .map(HOLD)
                .findOne();
    }

    List<GuessHold> holds(Handle handle, Instant now, int most) {
        return handle.createQuery("SELECT * FROM guess_holds WHERE until > :now ORDER BY id DESC LIMIT :most")
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map(HOLD)
                .list();
    }

    /// Forgets what is older, and what a clock that was wrong has put behind `latest`.
    int forget(Handle handle, Instant before, Instant latest) {
        handle.createUpdate("DELETE FROM guess_holds WHERE until < :before OR since > :latest")
                .bind("before", before.toEpochMilli())
                .bind("latest", latest.toEpochMilli())
                .execute();
        return handle.createUpdate("DELETE FROM guesses WHERE at < :before OR at > :latest")
                .bind("before", before.toEpochMilli())
                .bind("latest", latest.toEpochMilli())
                .execute();
    }

    /// Forgets tries at names that nobody has, but for the newest `kept` rows: no flood of them pushes out what was
    /// tried at an account.
    void forgetMadeUp(Handle handle, int kept) {
        handle.createUpdate("""
                        DELETE FROM guesses
                        WHERE id NOT IN (SELECT id FROM guesses ORDER BY at DESC, id DESC LIMIT :kept)
                          AND name NOT IN (SELECT folded_name FROM accounts)
                        """).bind("kept", kept).execute();
        handle.createUpdate("""
                        DELETE FROM guess_holds
                        WHERE name NOT IN (SELECT name FROM guesses)
                        """).execute();
    }
}
