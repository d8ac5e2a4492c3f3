package org.computility.jobs.running;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.JobStory;
import org.computility.jobs.placement.waiting.Explanation;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.register.JobRegister;
import org.computility.jobs.running.JobPlacementView.Chosen;
import org.computility.jobs.running.JobPlacementView.HitRate;

/** Tells why a job waits, or where it is and why there. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobPlacementReasons {

    @EJB
    JobRegister register;

    @EJB
    JobPlacements placements;

    @Inject
    NetworkNow network;

    /**
     * As things stood a moment ago.
     *
     * @throws org.computility.shared.NotFound {@code job-unknown}
     */
    public JobPlacementView of(String id) {
        JobStory story = register.story(id, null);
        Optional<Explanation> why = network.explain(story.job().id());
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

    private static boolean isNewest(JobStory story, AttemptFacts attempt) {
        return story.tasks().stream()
                .anyMatch(task -> task.taskId().equals(attempt.taskId()) && task.attempt() == attempt.number());
    }
}
