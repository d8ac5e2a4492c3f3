package org.computility.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import org.computility.shared.Sealing;

/**
 * The chain in the database: each record's hash covers the one before, and a sealed head remembers the last, so that an
 * altered, inserted or missing record shows wherever it is. Only who holds the server's secret key can make a new head.
 */
final class AuditChain {

    private static final byte[] BEGINNING = new byte[32];
    private static final long LOCK = 0x617564697430L;
    private static final int AT_ONCE = 5_000;

    private static final String INSERT = """
            INSERT INTO audit_record
                (id, at, account, organisation_id, action, target, source, outcome, request_id, hash)
            VALUES (?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?)""";

    private final Sealing sealing;

    AuditChain(Sealing sealing) {
        this.sealing = sealing;
    }

    /**
     * Appends in the connection's transaction; appenders of all servers wait for each other until it ends. The records go in
     * one round trip, and the head moves once.
     *
     * @param calls at least one, in the order in which they are to stand in the chain
     */
    void append(Connection connection, List<AuditedCall> calls) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
        Head end = head(connection);
        long id = end.id;
        byte[] hash = end.hash;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (AuditedCall call : calls) {
                id++;
                ChainLink link = new ChainLink(id, call.at(), call.entry());
                hash = link.hashAfter(hash);
                bind(insert, link, hash);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        moveHead(connection, id, hash);
    }

    /** Reads the whole chain once, a few thousand records at a time. Records that come meanwhile are not looked at. */
    AuditVerification verify(Connection connection) throws SQLException {
        Head head = head(connection);
        Position position = new Position(0, BEGINNING);
        while (position.id < head.id) {
            long before = position.id;
            Long broken = verifySome(connection, position, head.id);
            if (broken != null) {
                return AuditVerification.broken(position.id, broken);
            }
            if (position.id == before) {
                return AuditVerification.broken(position.id, position.id + 1);
            }
        }
        if (!MessageDigest.isEqual(position.hash, head.hash) || !isSealed(head)) {
            return AuditVerification.broken(position.id, Math.max(1, head.id));
        }
        return strayAfter(connection, head.id, position.id);
    }

    private static Long verifySome(Connection connection, Position position, long last) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT * FROM audit_record WHERE id > ? AND id <= ? ORDER BY id LIMIT " + AT_ONCE)) {
            query.setLong(1, position.id);
            query.setLong(2, last);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ChainLink link = ChainLink.read(row);
                    byte[] hash = link.hashAfter(position.hash);
                    if (link.id() != position.id + 1 || !MessageDigest.isEqual(hash, row.getBytes("hash"))) {
                        return position.id + 1;
                    }
                    position.id = link.id();
                    position.hash = hash;
                }
            }
        }
        return null;
    }

    /** A head set back hides records behind it; new ones may also have come since the head was read. */
    private AuditVerification strayAfter(Connection connection, long last, long checked) throws SQLException {
        Head now = head(connection);
        try (PreparedStatement query =
                connection.prepareStatement("SELECT min(id), max(id) FROM audit_record WHERE id > ? OR id < 1")) {
            query.setLong(1, last);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                boolean stray = row.getObject(1) != null && (row.getLong(1) < 1 || now.id == last);
                return stray ? AuditVerification.broken(checked, row.getLong(1)) : AuditVerification.intact(checked);
            }
        }
    }

    private static Head head(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT id, hash, seal FROM audit_head");
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? new Head(row.getLong("id"), row.getBytes("hash"), row.getBytes("seal"))
                    : new Head(0, BEGINNING, null);
        }
    }

    private static void bind(PreparedStatement insert, ChainLink link, byte[] hash) throws SQLException {
        AuditEntry entry = link.entry();
        insert.setLong(1, link.id());
        insert.setTimestamp(2, Timestamp.from(link.at()));
        insert.setString(3, entry.account());
        insert.setString(4, Objects.toString(entry.organisationId(), null));
        insert.setString(5, entry.action());
        insert.setString(6, entry.target());
        insert.setString(7, entry.source());
        insert.setInt(8, entry.outcome());
        insert.setString(9, entry.requestId());
        insert.setBytes(10, hash);
    }

    private void moveHead(Connection connection, long id, byte[] hash) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement("""
                INSERT INTO audit_head (id, hash, seal) VALUES (?, ?, ?)
                ON CONFLICT (only_one) DO UPDATE SET id = excluded.id, hash = excluded.hash, seal = excluded.seal""")) {
            move.setLong(1, id);
            move.setBytes(2, hash);
            move.setBytes(3, sealing.seal(sealed(id, hash)));
            move.executeUpdate();
        }
    }

    private boolean isSealed(Head head) {
        if (head.seal == null) {
            return head.id == 0;
        }
        try {
            return MessageDigest.isEqual(sealing.open(head.seal), sealed(head.id, head.hash));
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static byte[] sealed(long id, byte[] hash) {
        return ByteBuffer.allocate(Long.BYTES + hash.length)
                .putLong(id)
                .put(hash)
                .array();
    }

    private record Head(long id, byte[] hash, byte[] seal) {}

    private static final class Position {
        private long id;
        private byte[] hash;

        Position(long id, byte[] hash) {
            this.id = id;
            this.hash = hash;
        }
    }
}
