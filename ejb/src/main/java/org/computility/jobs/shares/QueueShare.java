package org.computility.jobs.shares;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.computility.jobs.placement.PlacementRules;

/** An organisation's part of the network. Whoever has no row has a weight of 1 and no quota. */
@Entity
@Table(name = "queue_share")
class QueueShare {

    @Id
    private UUID organisationId;

    @Version
    private int version;

    private int weight;
    private Long quotaCores;
    private Long quotaMemoryBytes;
    private Long quotaAccelerators;
    private Instant changedAt;

    protected QueueShare() {}

    /** From the next round on. */
    void change(NewShare wanted, Instant now) {
        Quota quota = wanted.quota();
        weight = Objects.requireNonNullElse(wanted.weight(), 1);
        quotaCores = quota == null ? null : quota.cores();
        quotaMemoryBytes = quota == null ? null : quota.memoryBytes();
        quotaAccelerators = quota == null ? null : quota.accelerators();
        changedAt = now;
    }

    UUID organisationId() {
        return organisationId;
    }

    /** The same in the words of placement. */
    PlacementRules.Share rule() {
        Quota quota = quota();
        return new PlacementRules.Share(weight, quota == null ? null : quota.amount());
    }

    ShareView view() {
        return new ShareView(organisationId, weight, quota(), changedAt);
    }

    private Quota quota() {
        Quota quota = new Quota(quotaCores, quotaMemoryBytes, quotaAccelerators);
        return quota.isEmpty() ? null : quota;
    }
}
