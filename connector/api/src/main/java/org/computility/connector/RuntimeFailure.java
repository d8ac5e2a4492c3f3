package org.computility.connector;

import jakarta.resource.ResourceException;

/** A call to a runtime that did not succeed. */
public class RuntimeFailure extends ResourceException {

    private static final long serialVersionUID = 1L;

    /** Why it failed. */
    public enum Reason {
        /** Nobody answers at the address. */
        UNREACHABLE,
        /** The runtime accepted the call and did not answer in time. */
        TIMED_OUT,
        /** The runtime does not accept the shared credential. */
        NOT_ACCEPTED,
        /** The runtime understood and said no; the message is the runtime's. */
        REFUSED,
        /** The runtime's answer makes no sense. */
        GARBLED
    }

    private final Reason reason;

    public RuntimeFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
