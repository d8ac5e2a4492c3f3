package org.computility.shared;

/** The request breaks a rule; the member and the mend are named (400). */
public final class Rejected extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    public Rejected(String code, String message) {
        super(400, code, null, message);
    }

    /** For the edge, which has read the member as the table spells it. */
    public Rejected(String code, String member, String message) {
        super(400, code, Member.written(member), message);
    }

    /** The message says {@code {member}} where the family that was called writes the member. */
    public Rejected(String code, Member member, String message) {
        super(400, code, member, message);
    }
}
