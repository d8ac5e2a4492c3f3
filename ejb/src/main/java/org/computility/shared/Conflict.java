package org.computility.shared;

import java.time.Duration;
import java.util.Optional;

/** The thing is in a state that forbids this (409). */
public final class Conflict extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    public Conflict(String code, String message) {
        super(409, code, null, message);
        this.retryAfter = null;
    }

    /** The message says {@code {member}} where the family that was called writes the member. */
    public Conflict(String code, Member member, String message) {
        this(code, member, message, null);
    }

    /** The same where the state passes by itself: after that time the call may be taken as it is. */
    public Conflict(String code, Member member, String message, Duration retryAfter) {
        super(409, code, member, message);
        this.retryAfter = retryAfter;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
