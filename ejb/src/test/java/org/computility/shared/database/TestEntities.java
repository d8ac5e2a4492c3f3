package org.computility.shared.database;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.jpa.HibernatePersistenceProvider;

/** The application's own persistence unit over a test database, without a server. */
public final class TestEntities {

    private TestEntities() {}

    /** To be closed by the test. Transactions are the entity managers' own. */
    public static EntityManagerFactory over(DataSource database) {
        return new HibernatePersistenceProvider()
                .createEntityManagerFactory(
                        "computility",
                        Map.of(
                                "hibernate.allow_update_outside_transaction", "true",
                                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                                "hibernate.transaction.coordinator_class", "jdbc",
                                // There is no pool: a connection for each transaction would cost ten times its
                                // statements.
                                "hibernate.connection.handling_mode", "DELAYED_ACQUISITION_AND_HOLD",
                                "hibernate.transaction.jta.platform",
                                        "org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform",
                                "jakarta.persistence.jtaDataSource", "",
                                "jakarta.persistence.nonJtaDataSource", database,
                                "hibernate.connection.datasource", database));
    }

    /** A session whose statements commit one by one, unless a transaction is begun. */
    public static StatelessSession session(DataSource database) {
        return over(database).unwrap(SessionFactory.class).openStatelessSession();
    }
}
