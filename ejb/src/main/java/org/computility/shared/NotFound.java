package org.computility.shared;

/** The thing named does not exist for this caller (404). */
public final class NotFound extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    public NotFound(String code, String message) {
        super(404, code, null, message);
    }

    /** The message says {@code {member}} where the family that was called writes the member. */
    public NotFound(String code, Member member, String message) {
        super(404, code, member, message);
    }
}
