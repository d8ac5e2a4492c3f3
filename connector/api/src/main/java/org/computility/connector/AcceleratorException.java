package org.computility.connector;

import jakarta.resource.ResourceException;

/** A call to an accelerator runtime that did not succeed. */
public class AcceleratorException extends ResourceException {

    private static final long serialVersionUID = 1L;

    /** Why it failed. */
    public enum Reason {
        /** Nobody answers at the address. */
        UNREACHABLE,
        /** The node accepted the call and did not answer in time. */
        TIMED_OUT,
        /** The node does not accept the shared credential. */
        NOT_ACCEPTED,
        /** The node understood and said no; the message is the node's. */
        REFUSED,
        /** The node's answer makes no sense. */
        GARBLED
    }

    private final Reason reason;

    public AcceleratorException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
