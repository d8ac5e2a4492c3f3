package org.computility.runtime;

/** Why something failed, for people. */
public final class Reason {

    private Reason() {}

    /** The failure's message; without one, its kind. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.strip();
    }
}
