// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Makes the changes of several callers durable with one commit.
///
/// ```
///              ┌── a job throws: ROLLBACK TO, its memory put back, its caller told ──┐
///              ▼                                                                     │
/// BEGIN IMMEDIATE ─▶ SAVEPOINT ─▶ work ─▶ RELEASE ─▶ (next job) … ─▶ COMMIT ─▶ after-commit actions ─▶ callers go on
///              │                                                       │
///              └── SQLite dropped the whole transaction ───────────────┴─▶ all of it undone, all its callers told
/// ```
/// Only on the writer's thread.
final class GroupCommit implements AutoCloseable {
    private final Jdbi jdbi;
    private final Problems problems;
    private final PreparedStatement begin;
    private final PreparedStatement savepoint;
    private final PreparedStatement release;
    private final PreparedStatement undo;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;

    /// What was done in the transaction that is open, in order; empty when none is open or nothing was done yet.
    private final List<Job<?>> done = new ArrayList<>();

    private boolean open;

    GroupCommit(Connection connection, Problems problems) throws SQLException {
        this.problems = problems;
        jdbi = LentConnection.jdbi(connection);
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        savepoint = connection.prepareStatement("SAVEPOINT job");
        release = connection.prepareStatement("RELEASE job");
        undo = connection.prepareStatement("ROLLBACK TO job");
        commit = connection.prepareStatement("COMMIT");
        rollback = connection.prepareStatement("ROLLBACK");
    }

    void run(List<Job<?>> jobs) {
        for (Job<?> job : jobs) {
            run(job);
        }
        if (open) {
            finish();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a job throws, an Error too, is its caller's
    private void run(Job<?> job) {
        boolean begun = false;
        try {
            begin();
            begun = true;
            savepoint.executeUpdate();
            job.run(jdbi);
            release.executeUpdate();
            done.add(job);
        } catch (Throwable thrown) {
            Throwable answer = problems.translated(thrown);
            boolean alone = begun && undo();
            // Newest first, here too: each puts memory back to what the one before it had made of it.
            job.undone();
            if (!alone) {
                abandon(answer);
            }
            job.ticket().fail(answer);
        }
    }

    private void begin() throws SQLException {
        if (!open) {
            begin.executeUpdate();
            open = true;
        }
    }

    /// Undoes the newest job alone.
    ///
    /// @return false when SQLite has given up the whole transaction, as it may on a full disk
    private boolean undo() {
        try {
            undo.executeUpdate();
            release.executeUpdate();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void finish() {
        try {
            commit.executeUpdate();
            open = false;
        } catch (SQLException e) {
            abandon(problems.translated(e));
            return;
        }
        var committed = new ArrayDeque<>(done);
        done.clear();
        committed.forEach(Job::committed);
        committed.forEach(Job::release);
    }

    /// Undoes everything since the last commit.
    private void abandon(Throwable why) {
        try {
            rollback.executeUpdate();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
        open = false;
        var undone = new ArrayList<>(done);
        done.clear();
        undone.reversed().forEach(Job::undone);
        undone.forEach(job -> job.ticket().fail(why));
    }

    @Override
    public void close() throws SQLException {
        for (var statement : List.of(begin, savepoint, release, undo, commit, rollback)) {
            statement.close();
        }
    }
}
