package org.computility.jobs.register;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.ChosenPlace;
import org.computility.jobs.JobFacts;
import org.computility.jobs.TaskFacts;

/** What waits for a center and what occupies the centers, for whoever chooses; and the choices. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobPlacements {

    /** What was read at a center before counts as near no more: nobody tells for how long a copy stays in a cache. */
    static final Duration READ_LATELY = Duration.ofDays(7);

    /** Before all jobs. */
    public static final UUID FIRST = new UUID(0, 0);

    @Inject
    Jobs jobs;

    @Inject
    JobTasks tasks;

    @Inject
    JobAttempts attempts;

    @Inject
    DataSetPlaces places;

    @Inject
    PlacementQueue queue;

    @Inject
    Clock clock;

    /**
     * Jobs with tasks that wait for a center; with them, tasks whose centers have been silent since before that moment. Where more wait
     * than are wanted: the best of each organisation, and of the others some in turn, so that each is among them before long.
     *
     * @param after where {@link Waiting#next} of the last call ended; at first {@link #FIRST}
     */
    public Waiting waiting(Instant silentSince, int most, UUID after) {
        return queue.waiting(silentSince, most, after, clock.instant());
    }

    /** That job, where it waits. */
    public Optional<WaitingJob> waiting(UUID jobId, Instant silentSince) {
        return queue.waiting(jobId, silentSince, clock.instant());
    }

    /** Which of these data sets each center has read lately. */
    public Map<String, Set<String>> dataSetsByCenter(Collection<String> dataSets) {
        return dataSets.isEmpty()
                ? Map.of()
                : places
                        .whereRead(
                                dataSets.toArray(new String[0]), clock.instant().minus(READ_LATELY))
                        .stream()
                        .collect(Collectors.groupingBy(
                                DataSetPlaces.DataSetThere::centerId,
                                Collectors.mapping(DataSetPlaces.DataSetThere::dataSetId, Collectors.toSet())));
    }

    /** What occupies the centers, with the jobs that it belongs to. */
    public List<LiveAttempt> live() {
        return withJobs(attempts.live());
    }

    /** What occupied the centers until some moment since then. */
    public List<LiveAttempt> endedSince(Instant since) {
        return withJobs(attempts.endedSince(since));
    }

    private List<LiveAttempt> withJobs(List<JobAttempt> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<UUID, Job> theirs = jobs
                .all(all.stream().map(JobAttempt::jobId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Job::jobId, Function.identity()));
        return all.stream()
                .map(attempt -> new LiveAttempt(
                        attempt.facts(), theirs.get(attempt.jobId()).facts()))
                .toList();
    }

    /**
     * Places tasks of a job, all of these or none. An attempt whose center has been silent is told to end when it answers again.
     *
     * @return false where the job has changed since, so that nothing is placed
     */
    public boolean place(ChosenJob chosen, Instant silentSince) {
        return queue.place(chosen, silentSince, clock.instant());
    }

    /**
     * The same for many jobs in one transaction, each by itself: a job that has changed since is left out. Nobody who holds a job
     * is waited for.
     *
     * @return those that somebody else changes just now; nothing of them is placed
     */
    public List<ChosenJob> placeTogether(List<ChosenJob> chosen, Instant silentSince) {
        return queue.placeTogether(chosen, silentSince, clock.instant());
    }

    /**
     * Takes back what a job has borrowed: all its tasks are told to end, and wait again when their centers say that they have. Tasks that
     * have succeeded stay so.
     *
     * @return false where nothing of it runs any more that was not told to end already
     */
    public boolean reclaim(UUID jobId, String why) {
        Optional<Job> job = jobs.lock(jobId).filter(one -> !one.status().isEnded());
        if (job.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Map<UUID, JobTask> all =
                tasks.of(jobId).stream().collect(Collectors.toMap(JobTask::taskId, Function.identity()));
        List<JobAttempt> running = attempts.lockOf(jobId).stream()
                .filter(attempt -> !attempt.state().isFinal() && !attempt.isToEnd())
                .toList();
        for (JobAttempt attempt : running) {
            attempt.reclaim(why, now);
            attempts.session().update(attempt);
            JobTask task = all.get(attempt.taskId());
            if (attempt.isTakenBack() && task.isNewest(attempt)) {
                task.waitAgain(attempt);
                tasks.session().update(task);
            }
        }
        job.get().follow(all.values(), now);
        jobs.session().update(job.get());
        return !running.isEmpty();
    }

    /** Keeps when a job that waits is first said to start; null: nobody can tell. */
    public void forecast(UUID jobId, Instant start) {
        jobs.lock(jobId).filter(job -> !job.status().isEnded()).ifPresent(job -> {
            job.forecast(start, clock.instant());
            jobs.session().update(job);
        });
    }

    /** How many of the last jobs whose start was forecast began by then. */
    public Forecasts forecasts() {
        return jobs.forecasts();
    }

    /**
     * Some of what waits.
     *
     * @param jobs by their coming in
     * @param next from where the next call goes on
     */
    public record Waiting(List<WaitingJob> jobs, UUID next) {}

    /**
     * A job with tasks that wait for a center.
     *
     * @param tasks those
     * @param failed centers that refused or lost one of them a while ago, and what was said of it
     * @param takenBack whether some of its tasks have still to end since what it held is taken back: all begin anew, or none
     */
    public record WaitingJob(JobFacts job, List<TaskFacts> tasks, Map<String, String> failed, boolean takenBack) {}

    /** An attempt that occupies, or occupied, its center, with its job. */
    public record LiveAttempt(AttemptFacts attempt, JobFacts job) {}

    /**
     * What came of forecasts.
     *
     * @param made of the last 100 jobs whose start was forecast and that have begun
     * @param kept how many of them began by then, or at most ten seconds later
     */
    public record Forecasts(long made, long kept) {}

    /** Where tasks of a job shall run: all that wait. */
    public record ChosenJob(UUID jobId, List<Choice> choices) {

        public ChosenJob {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A center for a task.
     *
     * @param why for people
     */
    public record Choice(UUID taskId, String centerId, String centerName, ChosenPlace why) {}
}
