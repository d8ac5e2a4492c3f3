package org.computility.jobs.register;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /** Before all jobs. */
    public static final UUID FIRST = new UUID(0, 0);

    @Inject
    Jobs jobs;

    @Inject
    JobTasks tasks;

    @Inject
    JobAttempts attempts;

    @Inject
    Clock clock;

    /**
     * Jobs with tasks that wait for a center; with them, tasks whose centers have been silent since before that moment. Where more wait
     * than are wanted: the best of each organisation, and of the others some in turn, so that each is among them before long.
     *
     * @param after where {@link Waiting#next} of the last call ended; at first {@link #FIRST}
     */
    public Waiting waiting(Instant silentSince, int most, UUID after) {
        Instant now = clock.instant();
        List<UUID> organisations = tasks.organisationsWithJobs();
        if (organisations.isEmpty()) {
            return new Waiting(List.of(), FIRST);
        }
        int inTurn = Math.max(1, most / 5);
        List<UUID> ids = new ArrayList<>(tasks.best(
                organisations.toArray(new UUID[0]),
                silentSince,
                now,
                Math.max(1, (most - inTurn) / organisations.size()),
                most - inTurn));
        UUID[] best = ids.toArray(new UUID[0]);
        List<UUID> others = tasks.inTurn(after, best, silentSince, now, most - ids.size());
        ids.addAll(others);
        UUID next = others.isEmpty() ? FIRST : others.get(others.size() - 1);
        if (ids.size() < most && !after.equals(FIRST)) {
            // From the beginning, up to where this call began.
            List<UUID> first = tasks.inTurn(FIRST, ids.toArray(new UUID[0]), silentSince, now, most - ids.size());
            ids.addAll(first);
            next = first.isEmpty() ? FIRST : first.get(first.size() - 1);
        }
        return new Waiting(withTasks(ids, silentSince, now), ids.size() < most ? FIRST : next);
    }

    /** That job, where it waits. */
    public Optional<WaitingJob> waiting(UUID jobId, Instant silentSince) {
        Instant now = clock.instant();
        return withTasks(tasks.toPlace(jobId, silentSince, now), silentSince, now).stream()
                .findFirst();
    }

    private List<WaitingJob> withTasks(List<UUID> ids, Instant silentSince, Instant now) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<JobTask>> theirTasks = tasks.ofAll(ids).stream().collect(Collectors.groupingBy(JobTask::jobId));
        Map<UUID, List<JobAttempt>> theirAttempts =
                attempts.ofAll(ids).stream().collect(Collectors.groupingBy(JobAttempt::jobId));
        return jobs.all(ids).stream()
                .map(job -> waiting(
                        job,
                        theirTasks.get(job.jobId()),
                        theirAttempts.getOrDefault(job.jobId(), List.of()),
                        silentSince,
                        now))
                .filter(job -> !job.tasks().isEmpty())
                .toList();
    }

    private static WaitingJob waiting(
            Job job, List<JobTask> itsTasks, List<JobAttempt> its, Instant silentSince, Instant now) {
        Set<String> silent = its.stream()
                .filter(attempt -> attempt.isSilentSince(silentSince))
                .map(JobAttempt::runtimeId)
                .collect(Collectors.toSet());
        List<TaskFacts> wait = itsTasks.stream()
                .filter(task -> task.isWaiting() && task.isDue(now)
                        || silent.contains(task.facts().runtimeId()))
                .map(JobTask::facts)
                .toList();
        Set<UUID> ids = wait.stream().map(TaskFacts::taskId).collect(Collectors.toSet());
        Map<String, String> failed = new TreeMap<>();
        its.stream()
                .filter(attempt -> ids.contains(attempt.taskId()) && attempt.hasFailedThereSince(silentSince))
                .forEach(attempt -> failed.put(attempt.centerId(), Objects.requireNonNullElse(attempt.reason(), "")));
        return new WaitingJob(job.facts(), wait, failed, its.stream().anyMatch(JobPlacements::isBeingTakenBack));
    }

    private static boolean isBeingTakenBack(JobAttempt attempt) {
        return attempt.isReclaimed() && !attempt.state().isFinal();
    }

    /** Which of these data sets each center has read before. */
    public Map<String, Set<String>> dataSetsByCenter(Collection<String> dataSets) {
        return dataSets.isEmpty()
                ? Map.of()
                : attempts.whereRead(dataSets.toArray(new String[0])).stream()
                        .collect(Collectors.groupingBy(
                                JobAttempts.DataSetThere::centerId,
                                Collectors.mapping(JobAttempts.DataSetThere::dataSetId, Collectors.toSet())));
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
        List<JobAttempt> its = attempts.lockOf(jobId);
        Map<String, JobAttempt> silent = its.stream()
                .filter(attempt -> attempt.isSilentSince(silentSince))
                .collect(Collectors.toMap(JobAttempt::runtimeId, Function.identity()));
        Set<UUID> chosen = choices.stream().map(Choice::taskId).collect(Collectors.toSet());
        boolean whole = its.stream()
                .filter(JobPlacements::isBeingTakenBack)
                .allMatch(attempt -> chosen.contains(attempt.taskId()));
        boolean free = whole
                && choices.stream()
                        .map(choice -> all.get(choice.taskId()))
                        .allMatch(task -> task != null
                                && (task.isWaiting()
                                        || silent.containsKey(task.facts().runtimeId())));
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
