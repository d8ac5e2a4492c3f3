package org.computility.shared.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The schema of a database, brought to this version of the application. */
public final class Schema {

    private Schema() {}

    /** Applies missing migrations, once in a cluster; refuses a database whose applied migrations were edited since. */
    public static void migrate(DataSource database) {
        migrations(database).load().migrate();
    }

    static FluentConfiguration migrations(DataSource database) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .resourceProvider(new MigrationFiles())
                .javaMigrationClassProvider(List::of)
                // Rooms are written side by side, so a younger time stamp may already be applied.
                .outOfOrder(true)
                // A server's batch repository may have made its tables in the same database before.
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }
}
