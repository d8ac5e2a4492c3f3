package org.computility.connector.accelerator;

import java.time.Instant;

/**
 * A task as its runtime sees it.
 *
 * @param status PENDING (waiting for its first frame or reconnecting), RUNNING, FINISHED (by its own end), STOPPED
 *     (told to end, or its service or node goes) or ERROR
 * @param message why it is in ERROR or reconnecting, or null
 * @param startedAt when the runtime accepted it
 * @param endedAt when it ended, or null
 * @param frames decoded and analysed so far
 */
public record TaskReport(
        String taskId,
        String serviceId,
        String status,
        String message,
        Instant startedAt,
        Instant endedAt,
        long frames) {}
