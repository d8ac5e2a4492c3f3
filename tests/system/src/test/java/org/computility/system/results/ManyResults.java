package org.computility.system.results;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.computility.server.Database;

/** Thousands of results of one plan that nobody has, put into the tables directly: nodes would take minutes. */
final class ManyResults {

    private static final long PLAN = 900_000_000L;

    private final Database database;

    ManyResults(Database database) {
        this.database = database;
    }

    /** So many results on each of so many days, of which the first is that many days ago. */
    void add(int perDay, int days, int firstDaysAgo) {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(firstDaysAgo);
        for (int i = 0; i < days; i++) {
            LocalDate day = first.plusDays(i);
            run("create table if not exists " + partition(day) + " partition of task_result for values from ('" + day
                    + "') to ('" + day.plusDays(1) + "')");
            run("insert into task_result (day, id, instance_id, plan_id, organisation_id, compute_code, algo_def_code,"
                    + " sequence, time, data, received_at) select '" + day + "', gen_random_uuid(), gen_random_uuid(), "
                    + PLAN + ", gen_random_uuid(), '1', 'M', n, timestamptz '" + day + " 12:00Z', '{}', now()"
                    + " from generate_series(1, " + perDay + ") n");
        }
    }

    /** How many of them are left. */
    long count() {
        return number("select count(*) from task_result where plan_id = " + PLAN);
    }

    /** How many results of anybody are older than so many days. */
    long olderThan(int days) {
        return number("select count(*) from task_result where time < now() - interval '" + days + " days'");
    }

    /** Whether that day still has a place for results. */
    boolean hasDay(int daysAgo) {
        String name = partition(LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo));
        return number("select count(*) from pg_class where relname = '" + name + "'") == 1;
    }

    void delete() {
        run("delete from task_result where plan_id = " + PLAN);
    }

    private static String partition(LocalDate day) {
        return "task_result_" + day.toString().replace("-", "");
    }

    private void run(String statement) {
        try (Connection connection = connect();
                var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private long number(String query) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
