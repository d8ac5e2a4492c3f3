package org.computility.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.computility.shared.database.Sql;

/** Reads rows of {@code job_run}. */
final class RunRow {

    private RunRow() {}

    static RunView view(ResultSet row) throws SQLException {
        return new RunView(
                row.getLong("id"),
                row.getString("job_name"),
                Parameters.fromJson(row.getString("parameters")),
                RunStatus.valueOf(row.getString("status")),
                row.getDouble("progress_percent"),
                ProgressFacts.fromJson(row.getString("progress_facts")),
                row.getString("exit_message"),
                Sql.uuid(row, "organisation_id"),
                row.getInt("attempt"),
                row.getString("server"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "ended_at"),
                Sql.instant(row, "updated_at"));
    }

    static Orphan orphan(ResultSet row) throws SQLException {
        return new Orphan(
                row.getLong("id"),
                row.getString("job_name"),
                RunStatus.valueOf(row.getString("status")),
                row.getInt("attempt"),
                row.getInt("dead_attempt"),
                row.getString("dead_server"),
                row.getString("engine"),
                row.getLong("execution_id"));
    }
}
