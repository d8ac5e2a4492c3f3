package org.computility.shared;

import java.time.Duration;
import java.util.Optional;

/** Too many tries; again after a while (429). */
public final class Throttled extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    public Throttled(String code, String message, Duration retryAfter) {
        super(429, code, null, message);
        this.retryAfter = retryAfter;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
