package org.computility.jobs.running;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.centers.CenterFacts;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.placement.CenterScore;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.waiting.Explanation;
import org.computility.jobs.placement.waiting.WhyWaiting;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.register.JobPlacements.Choice;
import org.computility.jobs.register.JobPlacements.WaitingJob;

/** One round: everything that waits is compared with everything that is free, and what was chosen is written down. */
final class PlacingRound {

    private static final int MOST = 10_000;
    /** So many jobs a round learn when they may start: each is a search of its own. */
    private static final int FORECASTS = 5;

    private final JobPlacements placements;
    private final Snapshots snapshots;
    private final Placing placing;
    private final Duration moveAfter;
    private final Clock clock;

    PlacingRound(JobPlacements placements, Snapshots snapshots, Placing placing, Duration moveAfter, Clock clock) {
        this.placements = placements;
        this.snapshots = snapshots;
        this.placing = placing;
        this.moveAfter = moveAfter;
        this.clock = clock;
    }

    /** Places what can be placed now. */
    void place() {
        Instant now = clock.instant();
        Instant silentSince = now.minus(moveAfter);
        List<WaitingJob> all = placements.waiting(silentSince, MOST);
        if (all.isEmpty()) {
            return;
        }
        snapshots.look();
        List<WaitingJob> waiting = snapshots.without(all);
        Map<String, WaitingJob> byId =
                waiting.stream().collect(Collectors.toMap(job -> job.job().id(), Function.identity()));
        Snapshot snapshot = snapshots.of(waiting, now);
        for (Decision decision : placing.round(snapshot, PlacementRules.EQUAL)) {
            if (decision instanceof Decision.Placed placed) {
                place(byId.remove(placed.jobId()), placed, silentSince);
            }
        }
        byId.values().stream()
                .filter(job -> job.job().forecastAt() == null)
                .limit(FORECASTS)
                .forEach(job -> forecast(job, snapshot));
    }

    private void forecast(WaitingJob job, Snapshot snapshot) {
        Explanation why =
                WhyWaiting.explain(snapshot, PlacementRules.EQUAL, job.job().id());
        placements.forecast(UUID.fromString(job.job().id()), why.start());
    }

    private void place(WaitingJob job, Decision.Placed placed, Instant silentSince) {
        Map<String, CenterFacts> centers = snapshots.centers();
        List<Choice> choices = new ArrayList<>();
        for (int number = 0; number < placed.tasks().size(); number++) {
            TaskFacts task = job.tasks().get(number);
            Decision.Place place = placed.tasks().get(number);
            CenterFacts center = centers.get(place.centerId());
            choices.add(new Choice(task.taskId(), center.id(), center.name(), why(place, placed)));
        }
        placements.place(UUID.fromString(placed.jobId()), choices, silentSince);
    }

    private static JsonObject why(Decision.Place place, Decision.Placed placed) {
        JsonArrayBuilder scores = JSON.createArrayBuilder();
        for (CenterScore score : placed.scores()) {
            scores.add(JSON.createObjectBuilder()
                    .add("centerId", score.centerId())
                    .add("fit", score.fit())
                    .add("price", score.price())
                    .add("queue", score.queue())
                    .add("data", score.data())
                    .add("total", score.total()));
        }
        return JSON.createObjectBuilder()
                .add("centerId", place.centerId())
                .add("node", place.node() == null ? "" : place.node())
                .add("borrowed", placed.borrowed())
                .add("scores", scores)
                .build();
    }
}
