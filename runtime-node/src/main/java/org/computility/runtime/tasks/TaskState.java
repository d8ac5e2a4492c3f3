package org.computility.runtime.tasks;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/**
 * A task as the platform sees it.
 *
 * @param status PENDING (no frame yet, or reconnecting), RUNNING, FINISHED (by its own end), STOPPED
 *     (told to end, or its service or node goes) or ERROR
 * @param message why it is reconnecting or in ERROR, or null
 * @param startedAt when it was accepted
 * @param endedAt or null
 * @param frames analysed so far
 * @param droppedFrames decoded and left out to keep up with a live stream
 * @param longestLag seconds that an analysed frame of a live stream was behind, at most
 */
public record TaskState(
        String taskId,
        String serviceId,
        String status,
        String message,
        Instant startedAt,
        Instant endedAt,
        long frames,
        long droppedFrames,
        double longestLag) {

    /** As the southbound API spells it. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("TaskID", taskId)
                .add("AlgoServiceID", serviceId)
                .add("Status", status);
        if (message != null) {
            json.add("Message", message);
        }
        json.add("StartedAt", startedAt.toString());
        if (endedAt != null) {
            json.add("EndedAt", endedAt.toString());
        }
        return json.add("Frames", frames)
                .add("DroppedFrames", droppedFrames)
                .add("LongestLag", Math.round(longestLag * 1000) / 1000.0)
                .build();
    }
}
