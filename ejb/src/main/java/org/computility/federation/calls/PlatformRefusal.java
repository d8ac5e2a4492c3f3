package org.computility.federation.calls;

/** Another platform refused what it was sent or asked; the message has its words. */
public final class PlatformRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    PlatformRefusal(String message) {
        super(message);
    }

    /** Refused on this side, before it could do harm there. */
    public static PlatformRefusal here(String why) {
        return new PlatformRefusal(why);
    }
}
