package org.computility.shared.database;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Whether this server can work: the schema is in place and the database answers. */
@Stateless
public class DatabaseHealth {

    private static final Logger LOG = Logger.getLogger(DatabaseHealth.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Resource(lookup = DatabaseDefinition.NAME)
    private DataSource database;

    @EJB
    private Migrations migrations;

    /** Never throws; the reason of a no is in the log. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isReady() {
        try (Connection connection = database.getConnection()) {
            return migrations.done() && connection.isValid((int) PATIENCE.toSeconds());
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The database does not answer", e);
            return false;
        }
    }
}
