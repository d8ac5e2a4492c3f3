package org.computility.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.computility.shared.keys.Sealing;

/**
 * The chain in the database: each record's hash covers the one before, and a sealed head remembers the last, so that an
 * altered, inserted or missing record shows wherever it is. Only a holder of the server's secret key can make a new
 * head.
 */
final class AuditChain {

    private static final long LOCK = 0x617564697430L;

    private final AuditRecords records;
    private final Sealing sealing;

    AuditChain(AuditRecords records, Sealing sealing) {
        this.records = records;
        this.sealing = sealing;
    }

    /**
     * Appends in the running transaction; appenders of all servers wait for each other until it ends. The records go in one
     * statement, and the head moves once.
     *
     * @param calls at least one, in the order in which they are to stand in the chain
     */
    void append(List<AuditedCall> calls) {
        records.lock(LOCK);
        AuditHead head = head();
        Position end = Position.of(head);
        List<AuditRecord> appended = new ArrayList<>();
        for (AuditedCall call : calls) {
            AuditRecord record = AuditRecord.after(end.id, end.hash, call);
            appended.add(record);
            end = Position.of(record);
        }
        records.append(appended);
        head.moveTo(end.id, end.hash, sealing);
        records.move(head);
    }

    /** Reads the whole chain once, a few thousand records at a time. Records that come meanwhile are not looked at. */
    AuditVerification verify() {
        AuditHead head = head();
        Position position = Position.of(AuditHead.beginning());
        while (position.id < head.recordId()) {
            List<AuditRecord> next = records.next(position.id, head.recordId());
            Position reached = position.through(next);
            if (next.isEmpty() || reached.id < position.id + next.size()) {
                return AuditVerification.broken(reached.id, reached.id + 1);
            }
            position = reached;
        }
        if (!MessageDigest.isEqual(position.hash, head.hash()) || !head.isSealed(sealing)) {
            return AuditVerification.broken(position.id, Math.max(1, head.recordId()));
        }
        return strayAfter(head.recordId(), position.id);
    }

    /**
     * Looks behind the head: a head that was set back hides records there, but new records may also have come since it
     * was read.
     */
    private AuditVerification strayAfter(long last, long checked) {
        long now = head().recordId();
        Long outside = records.firstOutside(last);
        boolean stray = outside != null && (outside < 1 || now == last);
        return stray ? AuditVerification.broken(checked, outside) : AuditVerification.intact(checked);
    }

    private AuditHead head() {
        return records.head().orElseGet(AuditHead::beginning);
    }

    /** How far the chain is made, or checked. */
    private record Position(long id, byte[] hash) {

        static Position of(AuditHead head) {
            return new Position(head.recordId(), head.hash());
        }

        static Position of(AuditRecord record) {
            return new Position(record.id(), record.hash());
        }

        /** Goes on through the records for as long as each follows the record before it. */
        Position through(List<AuditRecord> next) {
            Position position = this;
            for (AuditRecord record : next) {
                if (!record.follows(position.id, position.hash)) {
                    return position;
                }
                position = of(record);
            }
            return position;
        }
    }
}
