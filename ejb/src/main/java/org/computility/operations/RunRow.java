package org.computility.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

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
                row.getString("progress_message"),
                row.getString("exit_message"),
                row.getObject("organisation_id", UUID.class),
                row.getInt("attempt"),
                row.getString("server"),
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                instant(row, "updated_at"));
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

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
