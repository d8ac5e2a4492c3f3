package org.computility.jobs.register;

import static org.computility.jobs.register.JobPlacements.FIRST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.register.JobPlacements.Waiting;
import org.computility.jobs.register.JobPlacements.WaitingJob;
import org.computility.jobs.register.JobTasks.Candidate;

/** The jobs that wait to be placed. */
@ApplicationScoped
class PlacementQueue {

    @Inject
    Jobs jobs;

    @Inject
    JobTasks tasks;

    @Inject
    JobAttempts attempts;

    /** As {@link JobPlacements#waiting(Instant, int, UUID)}. */
    Waiting waiting(Instant silentSince, int most, UUID after, Instant now) {
        List<Candidate> found = tasks.candidates(silentSince, now, after, most - Math.max(1, most / 5), most);
        if (found.isEmpty() && after.equals(FIRST)) {
            return new Waiting(List.of(), FIRST);
        }
        List<UUID> ids = new ArrayList<>(found.stream().map(Candidate::jobId).toList());
        UUID next = last(found.stream().filter(Candidate::inTurn).map(Candidate::jobId));
        if (ids.size() < most && !after.equals(FIRST)) {
            // From the beginning, up to where this call began.
            List<UUID> first = tasks.othersToPlace(ids.toArray(new UUID[0]), silentSince, now, most - ids.size());
            ids.addAll(first);
            next = last(first.stream());
        }
        return new Waiting(withTasks(ids, silentSince, now), ids.size() < most ? FIRST : next);
    }

    private static UUID last(Stream<UUID> inTurn) {
        return inTurn.max(Comparator.comparing(UUID::toString)).orElse(FIRST);
    }

    /** As {@link JobPlacements#waiting(UUID, Instant)}. */
    Optional<WaitingJob> waiting(UUID jobId, Instant silentSince, Instant now) {
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
        return new WaitingJob(job.facts(), wait, failed, its.stream().anyMatch(JobAttempt::isBeingTakenBack));
    }
}
