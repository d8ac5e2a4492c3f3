package org.computility.shared.outbound;

/** A service did not answer a call, or not within its limits; the message says how. */
public final class OutboundFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Reason {
        UNREACHABLE,
        LATE,
        TOO_LARGE,
        /** Other answers take the memory of this server. */
        BUSY
    }

    private final Reason reason;

    OutboundFailed(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static OutboundFailed late(OutboundLimits limits) {
        return new OutboundFailed(
                Reason.LATE, "did not answer within " + limits.time().toMillis() / 1000.0 + " s");
    }

    static OutboundFailed unreachable(Throwable cause) {
        // Exceptions of the JDK's client often have no words.
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new OutboundFailed(Reason.UNREACHABLE, "does not answer: " + said);
    }

    public Reason reason() {
        return reason;
    }
}
