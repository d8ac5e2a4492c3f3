package org.computility.jobs.placement.waiting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.computility.jobs.placement.CenterRoom;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.Turns;
import org.computility.jobs.placement.WaitingJob;
import org.computility.jobs.placement.waiting.Step.Connect;
import org.computility.jobs.placement.waiting.Step.First;

/**
 * Finds the smallest changes that admit a job. Most steps concern this job alone, and leave what the round does before its turn
 * as it is: whether they admit it can be told from its turn. Those that do not (to be first, to connect a center) are carried out, and the
 * job's turn is looked at again.
 */
final class Search {

    private static final int MOST = 5;

    private final Snapshot snapshot;
    private final PlacementRules rules;
    private final WaitingJob job;
    private final Map<List<Step.Kind>, Change> smallest = new HashMap<>();

    Search(Snapshot snapshot, PlacementRules rules, WaitingJob job) {
        this.snapshot = snapshot;
        this.rules = rules;
        this.job = job;
    }

    /** The smallest of each combination of kinds, the smallest first. Each was tried: the round places the job. */
    List<Change> changes(Turns turns) {
        consider(List.of(), turns);
        for (List<Step> connected : connections()) {
            for (boolean first : new boolean[] {false, true}) {
                List<Step> steps = new ArrayList<>(connected);
                if (first) {
                    steps.add(new First());
                }
                if (!steps.isEmpty() && !(first && job.favour().first())) {
                    consider(steps, Placement.turns(new Change(steps).on(snapshot, job.id()), rules, job.id()));
                }
            }
        }
        return smallest.values().stream()
                .sorted(Change.SMALLER)
                .filter(this::admits)
                .limit(MOST)
                .toList();
    }

    private void consider(List<Step> steps, Turns turns) {
        if (turns.placed() != null) {
            offer(new Change(steps));
        } else {
            new Plans(snapshot, job, steps, turns).forEach(this::offer);
        }
    }

    private void offer(Change change) {
        smallest.merge(change.kinds(), change, (one, other) -> Change.SMALLER.compare(one, other) <= 0 ? one : other);
    }

    private boolean admits(Change change) {
        return Placement.turns(change.on(snapshot, job.id()), rules, job.id()).placed() != null;
    }

    /** None, each one that is not connected, and all that the job named. */
    private List<List<Step>> connections() {
        List<List<Step>> all = new ArrayList<>();
        all.add(List.of());
        List<Step> named = new ArrayList<>();
        for (CenterRoom center : snapshot.centers()) {
            if (!center.connected() && !center.nodes().isEmpty()) {
                all.add(List.of(new Connect(center.id())));
                if (job.places().named().contains(center.id())) {
                    named.add(new Connect(center.id()));
                }
            }
        }
        if (named.size() > 1) {
            all.add(named);
        }
        return all;
    }
}
