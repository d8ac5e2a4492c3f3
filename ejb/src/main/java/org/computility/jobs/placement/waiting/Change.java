package org.computility.jobs.placement.waiting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.waiting.Step.FewerNodes;
import org.computility.jobs.placement.waiting.Step.Free;
import org.computility.jobs.placement.waiting.Step.Kind;
import org.computility.jobs.placement.waiting.Step.MoreQuota;
import org.computility.jobs.placement.waiting.Step.Shorter;
import org.computility.shared.order.FewerFirst;

/**
 * Something that would admit the job now.
 *
 * @param steps all of them together, in the order of their kinds
 */
public record Change(List<Step> steps) {

    /**
     * The smaller first: fewer steps; then the kinds, one by one; then how much shorter, what is freed altogether (cores,
     * accelerators, memory), how many nodes fewer, how much quota (in the same order); then the names.
     */
    public static final Comparator<Change> SMALLER = Comparator.comparing(Change::kinds, new FewerFirst<>())
            .thenComparing(Change::amounts, Arrays::compare)
            .thenComparing(change -> change.steps.toString());

    public Change {
        steps = steps.stream()
                .sorted(Comparator.comparing(Step::kind).thenComparing(Step::toString))
                .toList();
    }

    public List<Kind> kinds() {
        return steps.stream().map(Step::kind).toList();
    }

    /** The snapshot as it would be. */
    public Snapshot on(Snapshot snapshot, String jobId) {
        Snapshot changed = snapshot;
        for (Step step : steps) {
            changed = step.on(changed, jobId);
        }
        return changed;
    }

    private long[] amounts() {
        long shorter = 0;
        long nodes = 0;
        Amount free = Amount.NONE;
        Amount quota = Amount.NONE;
        for (Step step : steps) {
            if (step instanceof Shorter less) {
                shorter = less.by().toMillis();
            } else if (step instanceof Free some) {
                free = free.plus(some.amount());
            } else if (step instanceof FewerNodes fewer) {
                nodes = fewer.nodes();
            } else if (step instanceof MoreQuota more) {
                quota = more.amount();
            }
        }
        return new long[] {
            shorter,
            free.cores(),
            free.accelerators(),
            free.memoryBytes(),
            nodes,
            quota.cores(),
            quota.accelerators(),
            quota.memoryBytes()
        };
    }
}
