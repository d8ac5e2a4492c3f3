package org.computility.shared;

import java.time.Duration;
import java.util.Optional;

/** The request breaks a rule; the member and the mend are named (400, or 413 where a part of it is too large). */
public final class Rejected extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    public Rejected(String code, String message) {
        super(400, code, null, message);
        this.retryAfter = null;
    }

    /** For the edge, which has read the member as the table spells it. */
    public Rejected(String code, String member, String message) {
        super(400, code, Member.written(member), message);
        this.retryAfter = null;
    }

    /** The message says {@code {member}} where the family that was called writes the member. */
    public Rejected(String code, Member member, String message) {
        this(code, member, message, null);
    }

    /**
     * The same where it is not the request alone that is at fault, but how things stand now: after that time it may be taken as it is.
     * Such a refusal is not kept under an {@code Idempotency-Key}.
     */
    public Rejected(String code, Member member, String message, Duration retryAfter) {
        super(400, code, member, message);
        this.retryAfter = retryAfter;
    }

    private Rejected(int status, String code, Member member, String message) {
        super(status, code, member, message);
        this.retryAfter = null;
    }

    /** What the member holds has more bytes than its table allows (413). */
    public static Rejected tooLarge(String code, Member member, String message) {
        return new Rejected(413, code, member, message);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
