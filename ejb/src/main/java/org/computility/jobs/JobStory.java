package org.computility.jobs;

import java.util.List;
import java.util.UUID;

/**
 * A job with all that happened to it.
 *
 * @param tasks by their number
 * @param attempts of all tasks, each task's in their order
 */
public record JobStory(JobFacts job, List<TaskFacts> tasks, List<AttemptFacts> attempts) {

    public JobStory {
        tasks = List.copyOf(tasks);
        attempts = List.copyOf(attempts);
    }

    /** With those of these that belong to the job. */
    public static JobStory of(JobFacts job, List<TaskFacts> tasks, List<AttemptFacts> attempts) {
        UUID id = UUID.fromString(job.id());
        return new JobStory(
                job,
                tasks.stream().filter(task -> task.jobId().equals(id)).toList(),
                attempts.stream().filter(attempt -> attempt.jobId().equals(id)).toList());
    }

    /** The attempts of one task. */
    public List<AttemptFacts> attemptsOf(UUID taskId) {
        return attempts.stream()
                .filter(attempt -> attempt.taskId().equals(taskId))
                .toList();
    }
}
