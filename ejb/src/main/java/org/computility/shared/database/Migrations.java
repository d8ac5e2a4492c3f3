package org.computility.shared.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.computility.database.DatabaseSettings;
import org.hibernate.SessionFactory;

/**
 * Brings the database to this version before anything else starts, then has Hibernate compare every entity with it. A
 * failure of either stops the deployment. Other start-up beans and timers say {@code @DependsOn("Migrations")}.
 */
@Startup
@Singleton(name = "Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    @PersistenceUnit(unitName = "computility")
    private EntityManagerFactory entities;

    private volatile boolean done;

    @PostConstruct
    void run() {
        Schema.migrate(DatabaseSettings.fromEnvironment().plainDataSource());
        // Not hbm2ddl's validation: servers create the factory before this bean, on a database that is still empty.
        entities.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
        done = true;
    }

    /** Whether the schema is in place. */
    public boolean done() {
        return done;
    }
}
