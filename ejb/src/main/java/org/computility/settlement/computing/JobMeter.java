package org.computility.settlement.computing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How long an attempt of a task has run, and how much of that is charged. What was charged is never taken back. */
@Entity
@Table(name = "job_meter")
class JobMeter {

    @Id
    private String id;

    @Column
    private UUID taskId;

    @Column
    private int attempt;

    private UUID jobId;
    private String centerId;
    private String specId;
    private int nodes;
    private UUID userId;
    private UUID payerId;
    private UUID payeeId;
    private Instant startedAt;
    private long seconds;
    private long chargedSeconds;

    @Column
    private boolean ended;

    protected JobMeter() {}

    /** The ID of the meter of an attempt. */
    static String idOf(UUID task, int attempt) {
        return task + "-" + attempt;
    }

    /** The seconds that are not charged, cut where something changes. */
    Iterable<Stretch> uncharged(StretchCutting cutting) {
        return cutting.cut(startedAt, chargedSeconds, seconds);
    }

    /** The stretch is charged; the one before it was. */
    JobStretch charge(Stretch stretch, UUID order) {
        if (stretch.first() != chargedSeconds || stretch.end() > seconds) {
            throw new IllegalStateException(id + " is charged up to " + chargedSeconds + ", not " + stretch.first());
        }
        chargedSeconds = stretch.end();
        return JobStretch.of(this, stretch, order);
    }

    /** Whether somebody pays somebody else for it. */
    boolean isPaid() {
        return payeeId != null && !payeeId.equals(payerId);
    }

    String id() {
        return id;
    }

    UUID jobId() {
        return jobId;
    }

    String centerId() {
        return centerId;
    }

    String specId() {
        return specId;
    }

    int nodes() {
        return nodes;
    }

    UUID userId() {
        return userId;
    }

    UUID payerId() {
        return payerId;
    }

    UUID payeeId() {
        return payeeId;
    }
}
