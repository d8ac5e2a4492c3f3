package org.computility.shared.database.outage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** One connection that asks the database whether it is there, and is opened anew after a failure. */
final class DatabaseProbe implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DatabaseProbe.class.getName());

    private final DataSource database;
    private Connection connection;

    /** @param database whose connections give up after a while, instead of waiting for an answer */
    DatabaseProbe(DataSource database) {
        this.database = database;
    }

    /** Returns when the database has answered. */
    void ask() throws SQLException {
        if (connection == null) {
            connection = database.getConnection();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            closeQuietly(old);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(Level.FINE, "A broken connection", e);
        }
    }
}
