package org.computility.federation.calls;

import jakarta.ejb.ApplicationException;

/** Another platform cannot be told or asked anything now; the message says why. */
@ApplicationException
public final class PlatformAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause why;

    /** What kept it from answering. */
    public enum Cause {
        /** Nobody answered, or not in time, or not in words of TC609. */
        SILENT,
        /** It broke over the call: a status of 5xx. Another call may go well. */
        BROKEN,
        /** It has no time: a status of 429. */
        BUSY,
        /** It does not know this platform's account, or not its token any more. */
        CLOSED
    }

    PlatformAway(Cause why, String message) {
        super("The other platform " + message);
        this.why = why;
    }

    /** It answered, and what it answered makes no sense. */
    public static PlatformAway senseless(String what) {
        return new PlatformAway(Cause.SILENT, what);
    }

    public Cause why() {
        return why;
    }
}
