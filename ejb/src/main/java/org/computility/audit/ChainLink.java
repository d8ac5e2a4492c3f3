package org.computility.audit;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.computility.shared.Hashes;

/** A record with its place in the chain. */
record ChainLink(long id, Instant at, AuditEntry entry) {

    static ChainLink read(ResultSet row) throws SQLException {
        AuditEntry entry = new AuditEntry(
                row.getString("account"),
                row.getObject("organisation_id", UUID.class),
                row.getString("action"),
                row.getString("target"),
                row.getString("source"),
                row.getInt("outcome"),
                row.getString("request_id"));
        return new ChainLink(row.getLong("id"), row.getTimestamp("at").toInstant(), entry);
    }

    /** SHA-256 over the hash before and this record's canonical JSON: members sorted, no white space, absent as null. */
    byte[] hashAfter(byte[] previous) {
        MessageDigest digest = Hashes.sha256();
        digest.update(previous);
        return digest.digest(canonical().getBytes(StandardCharsets.UTF_8));
    }

    AuditRecordView view(byte[] hash) {
        return new AuditRecordView(
                id,
                at,
                entry.account(),
                entry.organisationId(),
                entry.action(),
                entry.target(),
                entry.source(),
                entry.outcome(),
                entry.requestId(),
                Hashes.hex(hash));
    }

    private String canonical() {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        add(json, "account", entry.account());
        json.add("action", entry.action());
        json.add("at", at.toString());
        json.add("id", id);
        add(json, "organisationId", entry.organisationId());
        json.add("outcome", entry.outcome());
        json.add("requestId", entry.requestId());
        json.add("source", entry.source());
        json.add("target", entry.target());
        return json.build().toString();
    }

    private static void add(JsonObjectBuilder json, String name, Object value) {
        json.add(name, value == null ? JsonValue.NULL : JSON.createValue(value.toString()));
    }
}
