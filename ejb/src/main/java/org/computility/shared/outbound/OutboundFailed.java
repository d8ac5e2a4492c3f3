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

    public Reason reason() {
        return reason;
    }
}
