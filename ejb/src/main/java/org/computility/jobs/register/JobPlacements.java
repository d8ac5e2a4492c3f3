package org.computility.jobs.register;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Inject
    Jobs jobs;

    @Inject
    JobTasks tasks;

    @Inject
    JobAttempts attempts;

    @Inject
    Clock clock;

    /**
     * Jobs with tasks that wait for a center, by their coming in; with them, tasks whose centers have been silent since before
     * that moment.
     */
    public List<WaitingJob> waiting(Instant silentSince, int most) {
        Instant now = clock.instant();
        List<UUID> ids = tasks.jobsToPlace(silentSince, now, most);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<JobTask>> theirTasks = tasks.ofAll(ids).stream().collect(Collectors.groupingBy(JobTask::jobId));
        Map<String, JobAttempt> live = attempts.ofAll(ids).stream()
                .filter(attempt -> attempt.isSilentSince(silentSince))
                .collect(Collectors.toMap(JobAttempt::runtimeId, Function.identity()));
        return jobs.all(ids).stream()
                .map(job -> new WaitingJob(
                        job.facts(),
                        theirTasks.get(job.jobId()).stream()
                                .filter(task -> task.isWaiting() && task.isDue(now)
                                        || live.containsKey(task.facts().runtimeId()))
                                .map(JobTask::facts)
                                .toList()))
                .filter(job -> !job.tasks().isEmpty())
                .toList();
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
    public boolean place(UUID jobId, List<Choice> choices, Instant silentSince) {
        Optional<Job> job = jobs.lock(jobId).filter(one -> !one.status().isEnded());
        if (job.isEmpty()) {
            return false;
        }
        Map<UUID, JobTask> all =
                tasks.of(jobId).stream().collect(Collectors.toMap(JobTask::taskId, Function.identity()));
        Map<String, JobAttempt> silent = attempts.lockOf(jobId).stream()
                .filter(attempt -> attempt.isSilentSince(silentSince))
                .collect(Collectors.toMap(JobAttempt::runtimeId, Function.identity()));
        boolean free = choices.stream()
                .map(choice -> all.get(choice.taskId()))
                .allMatch(task -> task != null
                        && (task.isWaiting() || silent.containsKey(task.facts().runtimeId())));
        if (free) {
            Instant now = clock.instant();
            choices.forEach(choice -> begin(all.get(choice.taskId()), choice, silent, now));
            job.get().follow(all.values(), now);
            jobs.session().update(job.get());
        }
        return free;
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

    private void begin(JobTask task, Choice choice, Map<String, JobAttempt> silent, Instant now) {
        JobAttempt old = silent.get(task.facts().runtimeId());
        if (old != null) {
            old.leave("its center did not answer; it goes on elsewhere");
            attempts.session().update(old);
        }
        int number = task.begin(choice.centerId(), choice.centerName());
        tasks.session().update(task);
        attempts.session().insert(JobAttempt.place(task, number, choice.centerId(), choice.why(), now));
    }

    /** A task that waits for a center, with its job. */
    public record WaitingJob(JobFacts job, List<TaskFacts> tasks) {}

    /** An attempt that occupies, or occupied, its center, with its job. */
    public record LiveAttempt(AttemptFacts attempt, JobFacts job) {}

    /**
     * What came of forecasts.
     *
     * @param made of the last 100 jobs whose start was forecast and that have begun
     * @param kept how many of them began by then
     */
    public record Forecasts(long made, long kept) {}

    /**
     * A center for a task.
     *
     * @param why for people
     */
    public record Choice(UUID taskId, String centerId, String centerName, ChosenPlace why) {}
}
