package org.computility.shared;

import java.time.Duration;

/** Too many tries; again after a while (429). */
public final class Throttled extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    public Throttled(String code, String message, Duration retryAfter) {
        super(code, null, message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
