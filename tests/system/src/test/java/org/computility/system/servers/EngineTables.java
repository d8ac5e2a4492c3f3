package org.computility.system.servers;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.computility.server.Database;

/** The tables in which a server's batch engine keeps its own view of executions and their steps. */
enum EngineTables {
    /** Payara's; with the prefix that the servers are configured with. */
    JBATCH("payaraexecutioninstancedata", "payarastepexecutioninstancedata", "jobexecid"),
    /** WildFly's. */
    JBERET("job_execution", "step_execution", "jobexecutionid");

    private final String query;

    EngineTables(String executions, String steps, String execution) {
        query = """
                SELECT 'execution', %3$s, batchstatus FROM %1$s
                    WHERE batchstatus IN ('STARTING', 'STARTED', 'STOPPING')
                UNION ALL SELECT 'step of execution', %3$s, batchstatus FROM %2$s
                    WHERE batchstatus IN ('STARTING', 'STARTED', 'STOPPING')
                ORDER BY 2, 1""".formatted(executions, steps, execution);
    }

    /** What the engine takes for running, such as {@code execution 7 STARTED} and {@code step of execution 7 STARTED}. */
    List<String> open(Database database) {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> open = new ArrayList<>();
            while (rows.next()) {
                open.add(rows.getString(1) + " " + rows.getLong(2) + " " + rows.getString(3));
            }
            return open;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
