package org.computility.operations;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.computility.shared.database.TestDatabase;

/** One migrated database for all tests of this room. */
final class OperationsDatabase {

    private static final DataSource DATABASE = TestDatabase.fresh();

    private OperationsDatabase() {}

    /** The tables, emptied. */
    static DataSource empty() {
        execute("TRUNCATE job_run, job_run_execution, lease");
        return DATABASE;
    }

    static void execute(String sql) {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
