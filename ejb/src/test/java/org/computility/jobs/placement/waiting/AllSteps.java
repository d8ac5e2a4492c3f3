package org.computility.jobs.placement.waiting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.CenterRoom;
import org.computility.jobs.placement.RunningTask;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.WaitingJob;
import org.computility.jobs.placement.Worlds;

/** Every single step that could be a change for a job in a small world, whatever it is good for: no search, no reckoning. */
final class AllSteps {

    private final Snapshot snapshot;
    private final WaitingJob job;

    AllSteps(Snapshot snapshot, WaitingJob job) {
        this.snapshot = snapshot;
        this.job = job;
    }

    List<Step> all() {
        List<Step> steps = new ArrayList<>(List.of(new Step.First()));
        if (!job.places().named().isEmpty()) {
            steps.add(new Step.AnyCenter());
        }
        for (long second = 1; second < job.wallLimit().toSeconds(); second++) {
            steps.add(new Step.Shorter(Duration.ofSeconds(second)));
        }
        int least = Math.max(1, job.places().named().size());
        for (int nodes = 1; nodes <= job.resources().nodes() - least; nodes++) {
            steps.add(new Step.FewerNodes(nodes));
        }
        amounts(job.inAll()).forEach(amount -> steps.add(new Step.MoreQuota(amount)));
        for (CenterRoom center : snapshot.centers()) {
            at(center, steps);
        }
        return steps;
    }

    private void at(CenterRoom center, List<Step> steps) {
        if (!job.places().named().contains(center.id())) {
            steps.add(new Step.CenterToo(center.id()));
        }
        if (job.places().image() != null) {
            steps.add(new Step.ImageToo(center.id()));
        }
        if (job.places().avoids(center.id())) {
            steps.add(new Step.BackTo(center.id()));
        }
        if (!center.connected()) {
            steps.add(new Step.Connect(center.id()));
        }
        Map<String, Amount> justGiven = justGiven(center);
        for (NodeCapacity node : center.nodes()) {
            Amount free = new Amount(
                    node.freeCores(),
                    node.freeMemoryBytes(),
                    node.accelerators() == null ? 0 : node.freeAccelerators());
            Amount inUse = Amount.of(node).minus(free).plus(justGiven.getOrDefault(node.name(), Amount.NONE));
            amounts(job.ofEachNode().least(inUse))
                    .forEach(amount -> steps.add(new Step.Free(center.id(), node.name(), amount)));
        }
    }

    /** What nodes were given that were not asked since, as far as it is told where. */
    private Map<String, Amount> justGiven(CenterRoom center) {
        Map<String, Amount> given = new HashMap<>();
        for (RunningTask task : snapshot.running()) {
            if (!task.counted() && task.node() != null && task.centerId().equals(center.id())) {
                given.merge(task.node(), task.holds(), Amount::plus);
            }
        }
        return given;
    }

    private static List<Amount> amounts(Amount most) {
        List<Amount> amounts = new ArrayList<>();
        for (long cores = 0; cores <= most.cores(); cores++) {
            for (long memory = 0; memory * Worlds.GIB <= most.memoryBytes(); memory++) {
                for (long accelerators = 0; accelerators <= most.accelerators(); accelerators++) {
                    Amount amount = new Amount(cores, memory * Worlds.GIB, accelerators);
                    if (!amount.isNothing()) {
                        amounts.add(amount);
                    }
                }
            }
        }
        return amounts;
    }
}
