package org.computility.shared.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Defines {@code java:app/jdbc/computility}, so that a server needs no configuration to run the application. Where the
 * database is comes from the environment, see {@link org.computility.database.EnvironmentXADataSource}.
 */
// WildFly refuses an XA data source without any property, hence applicationName.
@DataSourceDefinition(
        name = DatabaseDefinition.NAME,
        className = "org.computility.database.EnvironmentXADataSource",
        minPoolSize = 2,
        maxPoolSize = 40,
        properties = {"applicationName=computility"})
@Singleton
public class DatabaseDefinition {

    /** Where the rooms look their data source up. */
    public static final String NAME = "java:app/jdbc/computility";
}
