package org.computility.jobs.running;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.computility.centers.CenterDirectory;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.JobStory;
import org.computility.jobs.JobsConfig;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.waiting.Explanation;
import org.computility.jobs.placement.waiting.WhyWaiting;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.register.JobRegister;
import org.computility.jobs.running.JobPlacementView.Chosen;
import org.computility.jobs.running.JobPlacementView.HitRate;
import org.computility.jobs.shares.ShareRules;

/** Tells why a job waits, or where it is and why there. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobPlacementReasons {

    private static final int MOST = 10_000;

    @EJB
    JobRegister register;

    @EJB
    JobPlacements placements;

    @EJB
    CenterDirectory directory;

    @EJB
    ShareRules rules;

    @Inject
    Clock clock;

    private Duration moveAfter;

    @PostConstruct
    void configure() {
        moveAfter = JobsConfig.current().moveAfter();
    }

    /**
     * As things stand now.
     *
     * @throws org.computility.shared.NotFound {@code job-unknown}
     */
    public JobPlacementView of(String id) {
        JobStory story = register.story(id, null);
        Optional<Explanation> why = explain(story.job().id());
        JobPlacements.Forecasts forecasts = placements.forecasts();
        return new JobPlacementView(
                story.job().id(),
                story.job().status(),
                why.map(Explanation::placed).orElse(null),
                why.map(Explanation::start).orElse(null),
                story.job().forecastStart(),
                why.map(each -> WaitingWords.centers(each.centers())).orElse(List.of()),
                why.map(each -> WaitingWords.changes(each.changes())).orElse(List.of()),
                story.attempts().stream()
                        .filter(attempt -> isNewest(story, attempt))
                        .map(attempt -> new Chosen(
                                attempt.taskId().toString(), attempt.number(), attempt.centerId(), attempt.placement()))
                        .toList(),
                new HitRate(forecasts.made(), forecasts.kept()));
    }

    private Optional<Explanation> explain(String jobId) {
        Instant now = clock.instant();
        List<JobPlacements.WaitingJob> waiting = placements
                .waiting(now.minus(moveAfter), MOST, JobPlacements.FIRST)
                .jobs();
        Snapshots snapshots = new Snapshots(placements, directory::centers);
        snapshots.look();
        Snapshot snapshot = snapshots.of(snapshots.without(waiting), now);
        if (snapshot.waiting().stream().noneMatch(job -> job.id().equals(jobId))) {
            return Optional.empty();
        }
        return Optional.of(WhyWaiting.explain(snapshot, rules.current(), jobId));
    }

    private static boolean isNewest(JobStory story, AttemptFacts attempt) {
        return story.tasks().stream()
                .anyMatch(task -> task.taskId().equals(attempt.taskId()) && task.attempt() == attempt.number());
    }
}
