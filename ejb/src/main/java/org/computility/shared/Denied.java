package org.computility.shared;

/** Known, and not allowed to (403). */
public final class Denied extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    public Denied(String code, String message) {
        super(403, code, null, message);
    }

    /** The message says {@code {member}} where the family that was called writes the member. */
    public Denied(String code, Member member, String message) {
        super(403, code, member, message);
    }
}
