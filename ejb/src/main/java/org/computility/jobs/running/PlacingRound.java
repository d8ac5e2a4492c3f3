package org.computility.jobs.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.computility.centers.CenterFacts;
import org.computility.jobs.ChosenPlace;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.RunningTask;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.register.JobPlacements.Choice;
import org.computility.jobs.register.JobPlacements.ChosenJob;
import org.computility.jobs.register.JobPlacements.WaitingJob;
import org.computility.jobs.running.places.Snapshots;

/** One round: everything that waits is compared with everything that is free, and what was chosen is written down. */
final class PlacingRound {

    private static final int MOST = 10_000;

    private final JobPlacements placements;
    private final Snapshots snapshots;
    private final Supplier<PlacementRules> rules;
    private final Placing placing;
    private final PlacedTogether writing;
    private final Duration moveAfter;
    private final Clock clock;
    private final int most;
    /** Where the last round ended among those that wait in turn. */
    private UUID after = JobPlacements.FIRST;

    /** @param rules how the network is shared out, asked for once a round */
    PlacingRound(
            JobPlacements placements,
            Snapshots snapshots,
            Supplier<PlacementRules> rules,
            Placing placing,
            Duration moveAfter,
            Clock clock) {
        this(placements, snapshots, rules, placing, moveAfter, clock, MOST);
    }

    /** @param most so many waiting jobs are looked at in a round */
    PlacingRound(
            JobPlacements placements,
            Snapshots snapshots,
            Supplier<PlacementRules> rules,
            Placing placing,
            Duration moveAfter,
            Clock clock,
            int most) {
        this.placements = placements;
        this.snapshots = snapshots;
        this.rules = rules;
        this.placing = placing;
        writing = new PlacedTogether(placements);
        this.moveAfter = moveAfter;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Places what can be placed now.
     *
     * @param goesOn asked before each transaction: false where another server places now
     */
    void place(BooleanSupplier goesOn) {
        Instant now = clock.instant();
        Instant silentSince = now.minus(moveAfter);
        JobPlacements.Waiting some = placements.waiting(silentSince, most, after);
        after = some.next();
        List<WaitingJob> all = some.jobs();
        if (all.isEmpty()) {
            return;
        }
        snapshots.look();
        List<WaitingJob> waiting = snapshots.without(all);
        Map<String, WaitingJob> byId =
                waiting.stream().collect(Collectors.toMap(job -> job.job().id(), Function.identity()));
        Snapshot snapshot = snapshots.of(waiting, now);
        List<ChosenJob> chosen = new ArrayList<>();
        List<Decision.Reclaim> reclaims = new ArrayList<>();
        for (Decision decision : placing.round(snapshot, rules.get())) {
            if (decision instanceof Decision.Placed placed) {
                WaitingJob job = byId.get(placed.jobId());
                chosen.add(chosen(job, placed, avoided(job, snapshot)));
            } else if (decision instanceof Decision.Reclaim reclaim) {
                reclaims.add(reclaim);
            }
        }
        if (writing.write(chosen, silentSince, goesOn)) {
            reclaims.forEach(reclaim -> reclaim(reclaim, snapshot));
        }
    }

    // One transaction for each job. Whoever dies in between leaves the others to the next round, which reckons with
    // those that are ending.
    private void reclaim(Decision.Reclaim reclaim, Snapshot snapshot) {
        UUID organisation = snapshot.job(reclaim.jobId()).organisationId();
        String why = "ended for organisation " + organisation + ", which was assured of what it borrowed";
        Set<String> named = Set.copyOf(reclaim.tasks());
        snapshot.running().stream()
                .filter(task -> named.contains(task.taskId()))
                .map(RunningTask::jobId)
                .distinct()
                .forEach(jobId -> placements.reclaim(UUID.fromString(jobId), why));
    }

    private static List<ChosenPlace.Avoided> avoided(WaitingJob job, Snapshot snapshot) {
        if (job.failed().isEmpty()) {
            return List.of();
        }
        return snapshot.job(job.job().id()).places().avoided().stream()
                .sorted()
                .map(id -> new ChosenPlace.Avoided(id, job.failed().get(id)))
                .toList();
    }

    private ChosenJob chosen(WaitingJob job, Decision.Placed placed, List<ChosenPlace.Avoided> avoided) {
        Map<String, CenterFacts> centers = snapshots.centers();
        List<Choice> choices = new ArrayList<>();
        for (int number = 0; number < placed.tasks().size(); number++) {
            TaskFacts task = job.tasks().get(number);
            Decision.Place place = placed.tasks().get(number);
            CenterFacts center = centers.get(place.centerId());
            choices.add(new Choice(task.taskId(), center.id(), center.name(), why(place, placed, avoided)));
        }
        return new ChosenJob(UUID.fromString(placed.jobId()), choices);
    }

    private static ChosenPlace why(Decision.Place place, Decision.Placed placed, List<ChosenPlace.Avoided> avoided) {
        return new ChosenPlace(
                place.centerId(),
                place.node(),
                placed.borrowed(),
                placed.scores().stream()
                        .map(score -> new ChosenPlace.Score(
                                score.centerId(),
                                score.fit(),
                                score.price(),
                                score.queue(),
                                score.data(),
                                score.total()))
                        .toList(),
                avoided);
    }
}
