// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of the log.
final class AuditStore {
    private static final String COLUMNS = "seq, at, event, actor, address, session, target, outcome, detail, hash";

    /// The writer's, kept, for each change of the server comes by here. Only on its thread.
    private @Nullable PreparedStatement insert;

    void insert(Handle handle, AuditRow row) {
        try {
            PreparedStatement statement = insertOn(handle.getConnection());
            statement.setLong(1, row.seq());
            statement.setLong(2, row.at());
            statement.setString(3, row.event());
            statement.setString(4, row.actor());
            statement.setString(5, row.address());
            set(statement, 6, row.session());
            set(statement, 7, row.target());
            statement.setString(8, row.outcome());
            set(statement, 9, row.detail());
            statement.setBytes(10, row.hash());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AuditFailed("The audit log could not be written.", e);
        }
    }

    private PreparedStatement insertOn(Connection connection) throws SQLException {
        PreparedStatement statement = insert;
        if (statement == null) {
            statement = connection.prepareStatement("""
                    INSERT INTO audit (seq, at, event, actor, address, session, target, outcome, detail, hash)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """);
            insert = statement;
        }
        return statement;
    }

    private static void set(PreparedStatement statement, int index, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            statement.setString(index, text.get());
        } else {
            statement.setNull(index, Types.VARCHAR);
        }
    }

    static AuditHead head(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM audit ORDER BY seq DESC LIMIT 1")
                .map((row, context) -> AuditHead.of(row(row)))
                .findOne()
                .orElse(AuditHead.NONE);
    }

    /// The rows behind one, oldest first.
    static List<AuditRow> after(Handle handle, long seq, int limit) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM audit WHERE seq > :seq ORDER BY seq LIMIT :limit")
                .bind("seq", seq)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    /// Up to `limit` rows that the filter lets through.
    ///
    /// @param edge the row to go on behind: only older ones when newest come first, else only newer ones
    static List<AuditRow> page(Handle handle, AuditFilter filter, boolean newestFirst, long edge, int limit) {
        String order = newestFirst ? " AND seq < :edge ORDER BY seq DESC" : " AND seq > :edge ORDER BY seq";
        var query = handle.createQuery(
                        "SELECT " + COLUMNS + " FROM audit WHERE " + filter.condition() + order + " LIMIT :limit")
                .bind("edge", edge)
                .bind("limit", limit);
        filter.values().forEach(query::bind);
        return query.map((row, context) -> row(row)).list();
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                row.getString(8),
                Optional.ofNullable(row.getString(9)),
                row.getBytes(10));
    }
}
