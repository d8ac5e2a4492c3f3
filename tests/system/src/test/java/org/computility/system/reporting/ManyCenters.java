package org.computility.system.reporting;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.computility.server.Database;

/** Hundreds of reported centers with a source each, put into the tables directly: nobody registers as many job centers for a test. */
final class ManyCenters {

    private final Database database;
    private final String name;

    /** @param name what their names begin with; nobody else's does */
    ManyCenters(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    /** So many, of that organisation. */
    void add(int count, String organisation) {
        run(
                "insert into reported_center (version, organisation_id, name, project_ids, longitude, latitude, province, city,"
                        + " type, created_at, changed_at) select 0, '" + organisation + "', '" + name
                        + " ' || n, '{}', 1, 1, '620000', '621000', 1, now(), now() from generate_series(1, " + count
                        + ") n");
        run("insert into reported_source (kind, source_id, center_id) select 'CENTER', 'of-' || id, id"
                + " from reported_center where name like '" + name + " %'");
    }

    /** They have no sources any more, so that nobody else closes a month of them. */
    void leave() {
        run("delete from reported_source where center_id in " + theirs());
    }

    /** How many states their reports have. */
    long states() {
        return number("select count(*) from report_state where center_id in " + theirs());
    }

    /** How many of them have a report that the platform closed. */
    long closed() {
        return number("select count(distinct center_id) from report_state where deed = 'CLOSING' and center_id in "
                + theirs());
    }

    private String theirs() {
        return "(select id from reported_center where name like '" + name + " %')";
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
                var running = connection.createStatement();
                ResultSet row = running.executeQuery(query)) {
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
