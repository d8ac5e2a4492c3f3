package org.computility.shared;

/** Another system that is needed does not answer, a node for example (503). */
public final class Unavailable extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    public Unavailable(String code, String message) {
        super(503, code, null, message);
    }

    /** The message says {@code {member}} where the family that was called writes the member. */
    public Unavailable(String code, Member member, String message) {
        super(503, code, member, message);
    }
}
