// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.sql.Connection;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/// Gives Jdbi the one connection of a thread, and keeps it open when Jdbi's handle is closed.
final class LentConnection implements ConnectionFactory {
    private final Connection connection;

    private LentConnection(Connection connection) {
        this.connection = connection;
    }

    static Jdbi jdbi(Connection connection) {
        var jdbi = Jdbi.create(new LentConnection(connection));
        // Left alone, it writes what was bound, secrets too, into the text of its exceptions.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    @Override
    public Connection openConnection() {
        return connection;
    }

    @Override
    public void closeConnection(Connection lent) {
        // Its thread closes it.
    }
}
