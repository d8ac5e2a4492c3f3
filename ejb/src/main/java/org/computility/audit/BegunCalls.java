package org.computility.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;

/** The calls that are running, on all servers. */
final class BegunCalls {

    private static final int AT_ONCE = 500;

    private final DataSource database;
    private final UUID server;

    /** For the process of that name, another one after each start. */
    BegunCalls(DataSource database, UUID server) {
        this.database = database;
        this.server = server;
    }

    /** In one round trip, however many they are. */
    void add(Connection connection, List<AuditedCall> calls) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO audit_begun
                    (call, server, at, account, organisation_id, action, target, source, request_id)
                VALUES (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?)""")) {
            for (AuditedCall call : calls) {
                AuditEntry entry = call.entry();
                insert.setObject(1, call.call());
                insert.setObject(2, server);
                insert.setTimestamp(3, Timestamp.from(call.at()));
                insert.setString(4, entry.account());
                insert.setString(5, Objects.toString(entry.organisationId(), null));
                insert.setString(6, entry.action());
                insert.setString(7, entry.target());
                insert.setString(8, entry.source());
                insert.setString(9, entry.requestId());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** These calls have their records; in the transaction of those. */
    static void remove(Connection connection, List<UUID> calls) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM audit_begun WHERE call = any(?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", calls.toArray()));
            delete.executeUpdate();
        }
    }

    /** This process lives. The database's clock counts: it is the only one that all servers share. */
    void stayAlive() {
        new Sql(database).update("""
                INSERT INTO audit_server (server, seen_at) VALUES (?, clock_timestamp())
                ON CONFLICT (server) DO UPDATE SET seen_at = excluded.seen_at""", server);
    }

    /** Takes the calls of processes that have not said for so long that they live, the oldest first; at most 500. */
    static List<AuditedCall> takeAbandoned(Connection connection, Duration silence) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM audit_begun WHERE call IN (
                    SELECT call FROM audit_begun b
                    WHERE NOT EXISTS (SELECT FROM audit_server s WHERE s.server = b.server
                        AND s.seen_at > clock_timestamp() - make_interval(secs => ?))
                    ORDER BY at LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING *""")) {
            delete.setDouble(1, silence.toMillis() / 1000.0);
            delete.setInt(2, AT_ONCE);
            List<AuditedCall> taken = new ArrayList<>();
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    taken.add(begun(row));
                }
            }
            taken.sort((one, other) -> one.at().compareTo(other.at()));
            return taken;
        }
    }

    /** Forgets processes that have been silent for so long and have no calls left. */
    void forgetDead(Duration silence) {
        new Sql(database).update("""
                DELETE FROM audit_server s WHERE seen_at < clock_timestamp() - make_interval(secs => ?)
                  AND NOT EXISTS (SELECT FROM audit_begun b WHERE b.server = s.server)""", silence.toMillis() / 1000.0);
    }

    private static AuditedCall begun(ResultSet row) throws SQLException {
        AuditEntry entry = new AuditEntry(
                row.getString("account"),
                Sql.uuid(row, "organisation_id"),
                row.getString("action"),
                row.getString("target"),
                row.getString("source"),
                AuditEntry.NO_ANSWER,
                row.getString("request_id"));
        return new AuditedCall(row.getObject("call", UUID.class), Sql.instant(row, "at"), entry);
    }
}
