package org.computility.jobs.placement;

import java.util.ArrayList;
import java.util.List;

/**
 * What was granted to one waiting job and serves no other.
 *
 * @param first it comes before all jobs that are not
 * @param beyondQuota by so much it may pass its organisation's quota
 * @param kept room on nodes that is kept for it
 */
public record Favour(boolean first, Amount beyondQuota, List<KeptRoom> kept) {

    public static final Favour NONE = new Favour(false, Amount.NONE, List.of());

    /** Room on a node that only this job is given. The node's free cores, memory and accelerators do not hold it. */
    public record KeptRoom(String centerId, String node, Amount room) {}

    public Favour {
        kept = List.copyOf(kept);
    }

    public Favour goingFirst() {
        return new Favour(true, beyondQuota, kept);
    }

    public Favour beyondQuotaBy(Amount more) {
        return new Favour(first, beyondQuota.plus(more), kept);
    }

    public Favour keeping(KeptRoom more) {
        List<KeptRoom> all = new ArrayList<>(kept);
        all.add(more);
        return new Favour(first, beyondQuota, all);
    }

    /** All that is kept on that node. */
    public Amount keptOn(String centerId, String node) {
        Amount sum = Amount.NONE;
        for (KeptRoom room : kept) {
            if (room.centerId().equals(centerId) && room.node().equals(node)) {
                sum = sum.plus(room.room());
            }
        }
        return sum;
    }
}
