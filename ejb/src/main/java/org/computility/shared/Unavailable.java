package org.computility.shared;

import java.time.Duration;
import java.util.Optional;

/**
 * What is needed is not there now: another system that does not answer, a node for example (503), or room (507); or another
 * system that was called on the caller's behalf did not serve it (502, 504).
 */
public final class Unavailable extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    /** Nothing in the request is at fault. */
    public Unavailable(String code, String message) {
        this(code, message, null);
    }

    /** Nothing in the request is at fault, and it may be sent again after that time. */
    public Unavailable(String code, String message, Duration retryAfter) {
        super(503, code, null, message);
        this.retryAfter = retryAfter;
    }

    /** The message says {@code {member}} where the family that was called writes the member. */
    public Unavailable(String code, Member member, String message) {
        super(503, code, member, message);
        this.retryAfter = null;
    }

    private Unavailable(int status, String code, Member member, String message) {
        super(status, code, member, message);
        this.retryAfter = null;
    }

    /**
     * There is no room for what came (507 {@code storage-full}).
     *
     * @param member what does not fit, or null
     */
    public static Unavailable noRoom(Member member, String message) {
        return new Unavailable(507, "storage-full", member, message);
    }

    /** What was called on the caller's behalf answers nothing of use (502). */
    public static Unavailable badGateway(String code, Member member, String message) {
        return new Unavailable(502, code, member, message);
    }

    /** What was called on the caller's behalf does not answer in time (504). */
    public static Unavailable gatewayTimeout(String code, Member member, String message) {
        return new Unavailable(504, code, member, message);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
