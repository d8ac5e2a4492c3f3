package org.computility.jobs.placement.waiting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.Turns.CenterTurn;
import org.computility.jobs.placement.Turns.NodeTurn;
import org.computility.jobs.placement.WaitingJob;

/** What the nodes of a center lack for one task of a job. */
final class Lacks {

    /** Fewer cores first, then fewer accelerators, then less memory. */
    static final Comparator<Amount> LESS = Comparator.comparingLong(Amount::cores)
            .thenComparingLong(Amount::accelerators)
            .thenComparingLong(Amount::memoryBytes);

    /**
     * A node that could hold a task.
     *
     * @param lacking nothing where a task has room now
     * @param canBeFreed whether so much is in use there
     */
    record Lack(String node, Amount lacking, boolean canBeFreed) {}

    private Lacks() {}

    /** The least first; only nodes that could hold a task if nothing else ran there. */
    static List<Lack> of(CenterTurn center, WaitingJob job, boolean late) {
        List<Lack> lacks = new ArrayList<>();
        for (NodeTurn node : center.nodes()) {
            if (node.couldHold()) {
                Amount kept = job.favour().keptOn(center.facts().id(), node.name());
                Amount lacking = job.ofEachNode().beyond(kept).beyond(late ? node.late() : node.free());
                Amount inUse = node.total().minus(node.atStart()).minus(kept);
                lacks.add(new Lack(node.name(), lacking, lacking.isNothing() || lacking.fitsInto(inUse)));
            }
        }
        lacks.sort(Comparator.comparing(Lack::lacking, LESS).thenComparing(Lack::node));
        return lacks;
    }

    /** Whether a job with that wall limit runs on when the center's reservation begins. */
    static boolean runsPastReservation(CenterTurn center, Snapshot snapshot, Duration wallLimit) {
        return center.reservedFor() != null && snapshot.at().plus(wallLimit).isAfter(center.reservedFrom());
    }
}
