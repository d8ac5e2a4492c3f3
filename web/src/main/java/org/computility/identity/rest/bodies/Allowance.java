package org.computility.identity.rest.bodies;

import java.time.Duration;

/** How large a body may be, and how long it may take to arrive. */
enum Allowance {
    /** Nobody known: a log-in, a registration, a form of the console. */
    STRANGER(64 * 1024, Duration.ofSeconds(5)),
    /** Whoever shows a good token. */
    CALLER(16 * 1024 * 1024, Duration.ofSeconds(60));

    private final int bytes;
    private final Duration time;

    Allowance(int bytes, Duration time) {
        this.bytes = bytes;
        this.time = time;
    }

    int bytes() {
        return bytes;
    }

    Duration time() {
        return time;
    }
}
