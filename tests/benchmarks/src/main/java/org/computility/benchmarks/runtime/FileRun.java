package org.computility.benchmarks.runtime;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/**
 * A file analysed from beginning to end, in milliseconds per frame.
 *
 * @param cpu of the processor, all threads together
 */
record FileRun(String taskId, double cpu, double wall) {

    static FileRun of(JsonObject task, double cpuSeconds) {
        Duration wall =
                Duration.between(Instant.parse(task.getString("StartedAt")), Instant.parse(task.getString("EndedAt")));
        int frames = task.getInt("Frames");
        return new FileRun(task.getString("TaskID"), 1000 * cpuSeconds / frames, wall.toNanos() / 1e6 / frames);
    }
}
