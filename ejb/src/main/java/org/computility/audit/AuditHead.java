package org.computility.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.computility.shared.keys.Sealing;

/** The record that the chain ends with, sealed with a key that is not in the database. */
@Entity
@Table(name = "audit_head")
class AuditHead {

    @Id
    private boolean onlyOne;

    @Column(name = "id")
    private long recordId;

    private byte[] hash;
    private byte[] seal;

    protected AuditHead() {}

    /** Before the first record: nothing is sealed yet. */
    static AuditHead beginning() {
        AuditHead head = new AuditHead();
        head.hash = new byte[32];
        return head;
    }

    /** Moves on to the record that is appended last. */
    void moveTo(long id, byte[] recordHash, Sealing sealing) {
        recordId = id;
        hash = recordHash;
        seal = sealing.seal(sealed());
    }

    /** Whether this platform put the head where it stands, and not somebody at the database. */
    boolean isSealed(Sealing sealing) {
        if (seal == null) {
            return recordId == 0;
        }
        try {
            return MessageDigest.isEqual(sealing.open(seal), sealed());
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private byte[] sealed() {
        return ByteBuffer.allocate(Long.BYTES + hash.length)
                .putLong(recordId)
                .put(hash)
                .array();
    }

    long recordId() {
        return recordId;
    }

    byte[] hash() {
        return hash;
    }

    byte[] seal() {
        return seal;
    }
}
