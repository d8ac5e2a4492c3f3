package org.computility.jobs;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** The attempts of each task that has some. */
    public Map<UUID, List<AttemptFacts>> attemptsByTask() {
        return attempts.stream().collect(Collectors.groupingBy(AttemptFacts::taskId));
    }
}
