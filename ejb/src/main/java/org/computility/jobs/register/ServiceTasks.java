package org.computility.jobs.register;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobStatus;
import org.computility.shared.UuidText;

/** Replicas of services: which run, which answer, and how many there shall be. */
@Stateless
public class ServiceTasks {

    @Inject
    Jobs jobs;

    @Inject
    JobTasks tasks;

    @Inject
    TaskEnds ends;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Those that run. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Replica> running() {
        List<JobTask> all = tasks.replicas();
        if (all.isEmpty()) {
            return List.of();
        }
        Map<UUID, JobFacts> theirs = jobs
                .all(all.stream().map(JobTask::jobId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Job::jobId, Job::facts));
        return all.stream()
                .map(JobTask::facts)
                .map(task -> new Replica(
                        task.taskId(),
                        task.jobId(),
                        task.runtimeId(),
                        task.centerId(),
                        theirs.get(task.jobId()).service().healthPath(),
                        task.endpoint(),
                        task.serving()))
                .toList();
    }

    /** What was seen of replicas of a job; of what runs no more nothing is kept. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void seen(UUID jobId, Collection<Replica> replicas) {
        Job job = jobs.lock(jobId).filter(one -> !one.status().isEnded()).orElse(null);
        if (job == null) {
            return;
        }
        Map<UUID, JobTask> all =
                tasks.of(jobId).stream().collect(Collectors.toMap(JobTask::taskId, Function.identity()));
        for (Replica replica : replicas) {
            JobTask task = all.get(replica.taskId());
            if (task != null
                    && task.status() == JobStatus.RUNNING
                    && replica.runtimeId().equals(task.facts().runtimeId())) {
                task.seen(replica.endpoint(), replica.serving());
                tasks.session().update(task);
            }
        }
        follow(job, all.values());
    }

    /**
     * Gives a service so many replicas: new ones wait to be placed, those with the highest numbers end.
     *
     * @throws org.computility.shared.NotFound {@code job-unknown}, also for a job that serves nobody
     * @throws org.computility.shared.Denied {@code role-missing} for whoever only watches jobs of others
     * @throws org.computility.shared.Conflict {@code job-ended}
     */
    public JobFacts scale(String id, int replicas) {
        Caller user = caller.require(JobEnding.USERS);
        Job job = UuidText.read(id)
                .flatMap(jobs::lock)
                .filter(one -> JobRegister.isSeen(one, JobKind.ONLINE, user))
                .orElseThrow(() -> JobRegister.unknown(id));
        JobEnding.requireKept(job, caller);
        job.scale(replicas);
        List<JobTask> all = tasks.of(job.jobId());
        List<JobTask> live =
                all.stream().filter(task -> !task.status().isEnded()).toList();
        if (replicas < live.size()) {
            ends.endFrom(job, live.get(replicas).number(), "the service has fewer replicas now", clock.instant());
        }
        int next = all.isEmpty() ? 0 : all.get(all.size() - 1).number() + 1;
        if (replicas > live.size()) {
            tasks.enter(job.jobId(), next, replicas - live.size());
        }
        follow(job, tasks.of(job.jobId()));
        return job.facts();
    }

    // No replica has ended the job: those that end are begun again.
    private void follow(Job job, Collection<JobTask> all) {
        boolean ended = job.follow(all, clock.instant());
        assert !ended : job;
        jobs.session().update(job);
    }

    /** Where a service with these replicas stands: RUNNING while one answers. */
    static JobStatus status(Collection<JobTask> replicas) {
        if (replicas.stream().anyMatch(task -> task.status() == JobStatus.FAILED)) {
            return JobStatus.FAILED;
        }
        return replicas.stream().anyMatch(JobTask::isServing) ? JobStatus.RUNNING : JobStatus.PENDING;
    }

    /**
     * A replica that runs.
     *
     * @param runtimeId of its newest attempt
     * @param healthPath what is asked to find out whether it serves
     * @param endpoint host and port; null where they are not known yet
     * @param serving whether it answered
     */
    public record Replica(
            UUID taskId,
            UUID jobId,
            String runtimeId,
            String centerId,
            String healthPath,
            String endpoint,
            boolean serving) {

        /** The same as it was seen. */
        public Replica as(String where, boolean answers) {
            return new Replica(taskId, jobId, runtimeId, centerId, healthPath, where, answers);
        }
    }
}
