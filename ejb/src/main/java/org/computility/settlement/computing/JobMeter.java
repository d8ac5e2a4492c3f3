package org.computility.settlement.computing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
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
    private BigDecimal chargedAmount;

    @Column
    private boolean ended;

    @Column
    private Instant retryAt;

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
        JobStretch charged = JobStretch.of(this, stretch, order);
        chargedSeconds = stretch.end();
        chargedAmount = chargedAmount.add(charged.amount());
        retryAt = null;
        return charged;
    }

    /** Charging it has failed; it is not tried before then. */
    void retryAt(Instant time) {
        retryAt = time;
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
