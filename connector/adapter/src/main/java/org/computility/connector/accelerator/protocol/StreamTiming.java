package org.computility.connector.accelerator.protocol;

import java.time.Duration;

/**
 * The patience of an event stream.
 *
 * @param answer how long a node may take to answer the request for its events
 * @param quiet how long a stream may be without one byte before anybody suspects it; longer where its comments are rarer
 * @param silence a stream without one byte for so long is broken; nodes send a comment every 5 s
 * @param firstRetry the shortest wait between attempts
 * @param longestRetry the longest wait between attempts
 * @param steady a stream that was open for so long begins again with the shortest wait
 */
public record StreamTiming(
        Duration answer,
        Duration quiet,
        Duration silence,
        Duration firstRetry,
        Duration longestRetry,
        Duration steady) {

    /**
     * 5 s for the answer, 6 s until a stream is suspected, 15 s of silence, 0.5 s to 5 minutes between attempts, 30 s to be steady. Thousands of nodes
     * that only keep alive, behind a firewall for instance, then cost little. A node that registers, or is heard again
     * after it was offline, is tried at once.
     */
    public static final StreamTiming USUAL = new StreamTiming(
            Duration.ofSeconds(5),
            Duration.ofSeconds(6),
            Duration.ofSeconds(15),
            Duration.ofMillis(500),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30));
}
