package org.computility.shared;

/** The thing is in a state that forbids this (409). */
public final class Conflict extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    public Conflict(String code, String message) {
        super(409, code, null, message);
    }

    /** The message says {@code {member}} where the family that was called writes the member. */
    public Conflict(String code, Member member, String message) {
        super(409, code, member, message);
    }
}
