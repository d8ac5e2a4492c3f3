package org.computility.shared.database;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.hibernate.stat.Statistics;
import org.postgresql.ds.PGSimpleDataSource;

/** The application's own persistence unit over a test database, without a server. */
public final class TestEntities {

    private TestEntities() {}

    /** Made once: to read and validate all entities takes a second, and hundreds of tests want sessions. */
    private static final class Shared {
        static final SessionFactory FACTORY = over(TestDatabase.fresh()).unwrap(SessionFactory.class);
    }

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

    /** A session on a connection of its own, whose statements commit one by one, unless a transaction is begun. */
    public static StatelessSession session(DataSource database) {
        try {
            return Shared.FACTORY.openStatelessSession(database.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another session on the database of that one, as another server would have it. */
    public static StatelessSession beside(StatelessSession session) {
        String database =
                session.doReturningWork(connection -> connection.getMetaData().getURL());
        var source = new PGSimpleDataSource();
        source.setUrl(database);
        source.setUser("postgres");
        return session(source);
    }

    /** How many statements the story costs, whichever session runs them. */
    public static long statements(Runnable story) {
        Statistics statistics = Shared.FACTORY.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        story.run();
        statistics.setStatisticsEnabled(false);
        return statistics.getPrepareStatementCount();
    }
}
