package org.computility.audit;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.computility.shared.keys.Hashes;
import org.hibernate.annotations.Immutable;

/** A record with its place in the chain; nothing changes it. */
@Entity
@Immutable
@Table(name = "audit_record")
class AuditRecord {

    @Id
    private Long id;

    private Instant at;
    private String account;
    private UUID organisationId;
    private String action;
    private String target;
    private String source;
    private int outcome;
    private String requestId;
    private byte[] hash;

    protected AuditRecord() {}

    /** The record of the call, behind the chain's last record. */
    static AuditRecord after(long previousId, byte[] previousHash, AuditedCall call) {
        AuditEntry entry = call.entry();
        AuditRecord record = new AuditRecord();
        record.id = previousId + 1;
        record.at = call.at();
        record.account = entry.account();
        record.organisationId = entry.organisationId();
        record.action = entry.action();
        record.target = entry.target();
        record.source = entry.source();
        record.outcome = entry.outcome();
        record.requestId = entry.requestId();
        record.hash = record.hashAfter(previousHash);
        return record;
    }

    /** Whether this record is unaltered and was appended behind that record. */
    boolean follows(long previousId, byte[] previousHash) {
        return id == previousId + 1 && MessageDigest.isEqual(hashAfter(previousHash), hash);
    }

    /** SHA-256 over the hash before and this record's canonical JSON: members sorted, no white space, absent as null. */
    private byte[] hashAfter(byte[] previous) {
        MessageDigest digest = Hashes.sha256();
        digest.update(previous);
        return digest.digest(canonical().getBytes(StandardCharsets.UTF_8));
    }

    private String canonical() {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        add(json, "account", account);
        json.add("action", action);
        json.add("at", at.toString());
        json.add("id", id);
        add(json, "organisationId", organisationId);
        json.add("outcome", outcome);
        json.add("requestId", requestId);
        json.add("source", source);
        json.add("target", target);
        return json.build().toString();
    }

    private static void add(JsonObjectBuilder json, String name, Object value) {
        json.add(name, value == null ? JsonValue.NULL : JSON.createValue(value.toString()));
    }

    Long id() {
        return id;
    }

    byte[] hash() {
        return hash;
    }

    AuditRecordView view() {
        return new AuditRecordView(
                id, at, account, organisationId, action, target, source, outcome, requestId, Hashes.hex(hash));
    }
}
