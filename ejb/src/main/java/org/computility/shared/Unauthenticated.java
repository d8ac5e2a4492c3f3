package org.computility.shared;

/** Nobody we know, or no longer (401). */
public final class Unauthenticated extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    public Unauthenticated(String code, String message) {
        super(401, code, null, message);
    }

    /** The message says {@code {member}} where the family that was called writes the member. */
    public Unauthenticated(String code, Member member, String message) {
        super(401, code, member, message);
    }
}
