package org.computility.runtime.tasks;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before media that failed are opened again. */
final class Retry {

    static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Retry() {}

    /** Twice as long after each failure in a row, and a little jitter: a camera that comes back is not stormed. */
    static Duration after(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
        pause = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4));
    }
}
