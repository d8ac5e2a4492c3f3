package org.computility.connector.accelerator.protocol;

import java.time.Duration;

/**
 * How long an open stream has been silent, and whether that is unlike it. A node that sends comments shows its rhythm:
 * a quarter more than the longest pause that a comment has ended is unlike it. A node that sends none, or only a
 * greeting, is never suspected. Times are those of {@link System#nanoTime}. Not for use by several threads.
 */
final class Pulse {

    private static final int GREETING = 1;

    private final StreamTiming timing;
    private long lastByte;
    private long pause;
    private long rhythm;
    private long comments;
    private boolean suspected;

    Pulse(StreamTiming timing, long now) {
        this.timing = timing;
        lastByte = now;
    }

    /** A byte has come, or the stream is silent because nobody reads it. */
    void sign(long now) {
        pause = now - lastByte;
        lastByte = now;
        suspected = false;
    }

    /** There were comments, that many since the stream is open, among the bytes that came last. */
    void comments(long sinceOpen) {
        comments = sinceOpen;
        rhythm = Math.max(rhythm, pause);
    }

    Duration silence(long now) {
        return Duration.ofNanos(now - lastByte);
    }

    /** How much silence is to be noticed next: that which is unlike the stream, then that which proves it broken. */
    Duration nextLimit() {
        return suspected ? timing.silence() : patience();
    }

    /** True once in each silence, when it becomes unlike the stream. */
    boolean suspect(long now) {
        if (suspected || silence(now).compareTo(patience()) < 0) {
            return false;
        }
        suspected = true;
        return comments > GREETING;
    }

    private Duration patience() {
        Duration usual = Duration.ofNanos(rhythm + rhythm / 4);
        Duration least = usual.compareTo(timing.quiet()) > 0 ? usual : timing.quiet();
        return least.compareTo(timing.silence()) > 0 ? timing.silence() : least;
    }

    /** Whether the node has sent comments, and sends less than it did. */
    boolean isQuiet(long now) {
        return comments > GREETING && silence(now).compareTo(patience()) >= 0;
    }
}
