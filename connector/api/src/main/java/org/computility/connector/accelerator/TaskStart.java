package org.computility.connector.accelerator;

import jakarta.json.JsonObject;
import java.time.Duration;

/**
 * A task to start on a runtime.
 *
 * @param taskId the task instance's UUID
 * @param serviceId the service that shall run it, or null on a runtime without service scheduling
 * @param algoDefCode the capability to run
 * @param type VIDEO_REALTIME, VIDEO_PLAYBACK, VIDEO_FILE or IMAGE_REALTIME
 * @param limit the runtime ends the task by itself after this time even if nobody tells it to; null: no limit
 * @param taskInfo the AlgoTaskInfo as the user gave it
 */
public record TaskStart(
        String taskId, String serviceId, String algoDefCode, String type, Duration limit, JsonObject taskInfo) {}
