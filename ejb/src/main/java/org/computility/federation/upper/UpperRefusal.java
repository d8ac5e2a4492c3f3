package org.computility.federation.upper;

/** The platform above refused what it was told; the message is its own code and words. */
public final class UpperRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    UpperRefusal(String message) {
        super(message);
    }

    /** Refused on this side, before it could do harm there. */
    public static UpperRefusal here(String why) {
        return new UpperRefusal(why);
    }
}
