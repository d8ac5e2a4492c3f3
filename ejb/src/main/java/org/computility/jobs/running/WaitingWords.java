package org.computility.jobs.running;

import java.util.List;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.waiting.CenterReason;
import org.computility.jobs.placement.waiting.Change;
import org.computility.jobs.placement.waiting.Step;

/** Reasons as they are shown. */
final class WaitingWords {

    private WaitingWords() {}

    static List<JobPlacementView.Center> centers(List<CenterReason> reasons) {
        return reasons.stream()
                .map(reason -> new JobPlacementView.Center(
                        reason.centerId(),
                        reason.constraint().name(),
                        reason.tasks(),
                        reason.nodesWithRoom(),
                        reason.shortages().stream().map(WaitingWords::shortage).toList(),
                        reason.jobs(),
                        reason.until()))
                .toList();
    }

    static List<JobPlacementView.Change> changes(List<Change> changes) {
        return changes.stream()
                .map(change -> new JobPlacementView.Change(
                        change.steps().stream().map(WaitingWords::step).toList()))
                .toList();
    }

    private static JobPlacementView.Shortage shortage(CenterReason.Shortage shortage) {
        Amount lacking = shortage.lacking();
        return new JobPlacementView.Shortage(
                shortage.node(), lacking.cores(), lacking.memoryBytes(), lacking.accelerators());
    }

    private static JobPlacementView.Step step(Step step) {
        String kind = step.kind().name();
        if (step instanceof Step.Free free) {
            Amount room = free.amount();
            return new JobPlacementView.Step(
                    kind,
                    free.centerId(),
                    free.node(),
                    null,
                    null,
                    room.cores(),
                    room.memoryBytes(),
                    room.accelerators());
        }
        if (step instanceof Step.MoreQuota more) {
            Amount quota = more.amount();
            return new JobPlacementView.Step(
                    kind, null, null, null, null, quota.cores(), quota.memoryBytes(), quota.accelerators());
        }
        Long seconds = step instanceof Step.Shorter shorter ? shorter.by().toSeconds() : null;
        Integer nodes = step instanceof Step.FewerNodes fewer ? fewer.nodes() : null;
        return new JobPlacementView.Step(kind, centerOf(step), null, seconds, nodes, null, null, null);
    }

    private static String centerOf(Step step) {
        if (step instanceof Step.CenterToo too) {
            return too.centerId();
        }
        if (step instanceof Step.BackTo back) {
            return back.centerId();
        }
        if (step instanceof Step.ImageToo too) {
            return too.centerId();
        }
        return step instanceof Step.Connect connect ? connect.centerId() : null;
    }
}
