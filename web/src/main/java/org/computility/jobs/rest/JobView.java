package org.computility.jobs.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.ChosenPlace;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobStatus;
import org.computility.jobs.JobStory;
import org.computility.jobs.TaskFacts;

/**
 * A job with all that happened to it.
 *
 * @param centerIds where it may run; empty: anywhere
 */
public record JobView(
        String id,
        JobKind kind,
        String name,
        String description,
        String userId,
        String organisationId,
        JobStatus status,
        String reason,
        String specId,
        String specName,
        int nodeCount,
        List<String> centerIds,
        String imageId,
        String imageUrl,
        String command,
        List<String> datasets,
        int maxSeconds,
        int priority,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        List<Task> tasks) {

    /** What runs on one node. */
    public record Task(
            String id,
            int number,
            JobStatus status,
            String centerId,
            String centerName,
            Integer exitStatus,
            String reason,
            Instant startedAt,
            Instant endedAt,
            List<Attempt> attempts) {}

    /**
     * A task handed to a center.
     *
     * @param runtimeId its id there
     * @param placement why that center
     * @param silentSince since when the center does not answer; absent while it does
     */
    public record Attempt(
            int number,
            String runtimeId,
            String centerId,
            String state,
            Integer exitStatus,
            String reason,
            ChosenPlace placement,
            Instant placedAt,
            Instant submittedAt,
            Instant startedAt,
            Instant endedAt,
            Instant silentSince) {}

    static JobView of(JobStory story) {
        JobFacts job = story.job();
        Map<UUID, List<AttemptFacts>> attempts = story.attemptsByTask();
        return new JobView(
                job.id(),
                job.kind(),
                job.name(),
                job.description(),
                job.userId().toString(),
                job.organisationId().toString(),
                job.status(),
                job.reason(),
                job.spec().id(),
                job.spec().name(),
                job.nodes(),
                job.centerIds(),
                job.imageId(),
                job.imageUrl(),
                job.command(),
                job.dataSets(),
                job.maxSeconds(),
                job.priority(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                story.tasks().stream()
                        .map(task -> task(task, attempts.getOrDefault(task.taskId(), List.of())))
                        .toList());
    }

    private static Task task(TaskFacts task, List<AttemptFacts> attempts) {
        return new Task(
                task.taskId().toString(),
                task.number(),
                task.status(),
                task.centerId(),
                task.centerName(),
                task.exitStatus(),
                task.reason(),
                task.startedAt(),
                task.endedAt(),
                attempts.stream().map(JobView::attempt).toList());
    }

    private static Attempt attempt(AttemptFacts attempt) {
        return new Attempt(
                attempt.number(),
                attempt.runtimeId(),
                attempt.centerId(),
                attempt.state().name(),
                attempt.exitStatus(),
                attempt.reason(),
                attempt.placement(),
                attempt.placedAt(),
                attempt.submittedAt(),
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.silentSince());
    }
}
