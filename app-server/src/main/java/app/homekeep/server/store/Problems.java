// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Tells a full disk and a damaged file from everything else that SQLite says.
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final long HARDLY_ANYTHING = 1024 * 1024;

    private final SqliteFile file;
    private volatile boolean damaged;

    Problems(SqliteFile file) {
        this.file = file;
    }

    /// What to throw to the caller for what went wrong in their work.
    Throwable translated(Throwable thrown) {
        SQLiteErrorCode code = code(thrown);
        if (code == null) {
            return thrown;
        }
        if (isFull(code)) {
            LOG.warn("The disk is full: a change was refused ({}).", code);
            return new Refused(ProblemCode.NO_SPACE, "The server's disk is full. Nothing was changed.");
        }
        if (isDamage(code)) {
            LOG.error("The database is damaged: {}", code, thrown);
            reportDamage();
            return refusedForDamage();
        }
        return thrown;
    }

    /// From now on nothing is served: what is read could be wrong.
    void reportDamage() {
        damaged = true;
    }

    boolean damaged() {
        return damaged;
    }

    /// @throws Refused when the database is damaged or closing
    void requireService(boolean closing) {
        if (closing) {
            throw stopping();
        }
        if (damaged) {
            throw refusedForDamage();
        }
    }

    static Refused stopping() {
        return new Refused(ProblemCode.STOPPING, "The server is shutting down. Nothing was changed.");
    }

    private static Refused refusedForDamage() {
        return new Refused(ProblemCode.DATABASE_DAMAGED, "The server's database is damaged. Restore a backup.");
    }

    static boolean isDamage(Throwable thrown) {
        SQLiteErrorCode code = code(thrown);
        return code != null && isDamage(code);
    }

    private static boolean isDamage(SQLiteErrorCode code) {
        return (code.code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code
                || (code.code & 0xff) == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private boolean isFull(SQLiteErrorCode code) {
        if (code == SQLiteErrorCode.SQLITE_FULL) {
            return true;
        }
        if ((code.code & 0xff) != SQLiteErrorCode.SQLITE_IOERR.code) {
            return false;
        }
        try {
            return file.spaceLeft() < HARDLY_ANYTHING;
        } catch (IOException e) {
            return false;
        }
    }

    @SuppressWarnings("ReferenceEquality") // a cycle is one object met twice
    private static @Nullable SQLiteErrorCode code(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (at instanceof SQLiteException sqlite) {
                return sqlite.getResultCode();
            }
        }
        return null;
    }
}
