package org.computility.jobs.register;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.computility.connector.jobs.JobReport;
import org.computility.jobs.CenterWords;
import org.computility.jobs.JobEnded;
import org.computility.jobs.JobsConfig;

/** Takes over what centers say of attempts: into the attempt, from there into its task, and from there into its job. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AttemptReports {

    private static final int TOGETHER = 500;
    private static final Duration BETWEEN_TELLINGS = Duration.ofMinutes(1);

    @Inject
    Jobs jobs;

    @Inject
    JobTasks tasks;

    @Inject
    JobAttempts attempts;

    @Inject
    DataSetPlaces dataSets;

    @Inject
    TaskEnds ends;

    @Inject
    RunningTime times;

    @Inject
    Event<JobEnded> ended;

    @Inject
    Clock clock;

    long mostLosses;

    @PostConstruct
    void configure() {
        mostLosses = JobsConfig.current().mostLosses();
    }

    /**
     * What a center says of attempts of one job.
     *
     * @param asked before the center was asked: what runs has run until then, however long it takes until this is written
     */
    public void take(UUID jobId, List<JobReport> reports, Instant asked) {
        Instant now = clock.instant();
        Map<String, JobReport> byId = reports.stream().collect(Collectors.toMap(JobReport::jobId, Function.identity()));
        change(
                jobId,
                attempt -> byId.containsKey(attempt.runtimeId()),
                now,
                asked,
                attempt -> attempt.take(forUsers(byId.get(attempt.runtimeId())), now));
    }

    private static JobReport forUsers(JobReport report) {
        return new JobReport(
                report.jobId(),
                report.state(),
                report.exitStatus(),
                CenterWords.forUsers(report.jobId(), report.reason()),
                report.startedAt(),
                report.endedAt());
    }

    /** Its center does not take an attempt. */
    public void refuse(UUID jobId, String runtimeId, String why) {
        Instant now = clock.instant();
        change(jobId, attempt -> attempt.runtimeId().equals(runtimeId), now, attempt -> attempt.refuse(why, now));
    }

    /** Centers cannot take attempts of one job yet: by their ids, why. Their owner sees it until they can. */
    public void delay(UUID jobId, Map<String, String> why) {
        change(
                jobId,
                attempt -> why.containsKey(attempt.runtimeId()),
                clock.instant(),
                attempt -> attempt.delay(why.get(attempt.runtimeId())));
    }

    /** Tells others of those that ran when the center was asked, once a minute each. */
    public void tellRunning(Collection<String> runtimeIds, Instant asked) {
        List<JobAttempt> untold = attempts.lockUntold(runtimeIds.toArray(new String[0]), asked.minus(BETWEEN_TELLINGS));
        if (untold.isEmpty()) {
            return;
        }
        Map<UUID, Job> theirs = jobs
                .all(untold.stream().map(JobAttempt::jobId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Job::jobId, Function.identity()));
        for (JobAttempt attempt : untold) {
            times.tell(theirs.get(attempt.jobId()), attempt, asked);
            attempts.session().update(attempt);
        }
    }

    /** Some jobs with something at that center, or that have not ended and name it, all from before that moment. */
    public List<UUID> leftAt(String centerId, Instant until) {
        return jobs.leftAt(centerId, until, TOGETHER);
    }

    /**
     * The center is gone for good: what the job had there until then is lost, and goes on elsewhere. A job that named no other center
     * fails.
     */
    public void abandon(UUID jobId, String centerId, Instant until) {
        Instant now = clock.instant();
        String why = "center " + centerId + " was removed";
        change(jobId, attempt -> attempt.isAt(centerId, until), now, attempt -> attempt.abandon(why, now));
        jobs.lock(jobId).filter(job -> !job.status().isEnded()).ifPresent(job -> {
            if (job.unname(centerId)) {
                job.fail(why, now);
                ends.end(job, why, now);
                ended.fire(job.ended());
            }
            jobs.session().update(job);
        });
    }

    private void change(UUID jobId, Predicate<JobAttempt> which, Instant now, Consumer<JobAttempt> change) {
        change(jobId, which, now, now, change);
    }

    private void change(
            UUID jobId, Predicate<JobAttempt> which, Instant now, Instant seen, Consumer<JobAttempt> change) {
        Job job = jobs.lock(jobId).orElse(null);
        if (job == null) {
            return;
        }
        Map<UUID, JobTask> all =
                tasks.of(jobId).stream().collect(Collectors.toMap(JobTask::taskId, Function.identity()));
        for (JobAttempt attempt : attempts.lockOf(jobId)) {
            if (which.test(attempt) && !attempt.state().isFinal()) {
                JobTask task = all.get(attempt.taskId());
                boolean waited = attempt.startedAt() == null;
                change.accept(attempt);
                if (waited && attempt.startedAt() != null && job.dataSets().length > 0) {
                    dataSets.read(attempt.centerId(), job.dataSets(), now);
                }
                Instant until = attempt.state().isFinal() ? now : seen;
                times.tell(job, attempt, attempt.countsUntil(task.isNewest(attempt), until));
                attempts.session().update(attempt);
                follow(job, task, attempt, now);
            }
        }
        if (job.follow(all.values(), now)) {
            ends.end(job, "another task of the job has ended it", now);
            ended.fire(job.ended());
        }
        jobs.session().update(job);
    }

    private void follow(Job job, JobTask task, JobAttempt attempt, Instant now) {
        if (task.isNewest(attempt) && !task.status().isEnded()) {
            if (job.isService()) {
                task.followService(attempt, mostLosses, now);
            } else {
                task.follow(attempt, mostLosses, now);
            }
            tasks.session().update(task);
        }
    }
}
