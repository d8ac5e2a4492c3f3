package org.computility.shared;

/** The request breaks a rule; the member and the mend are named (400). */
public final class Rejected extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    public Rejected(String code, String message) {
        super(code, null, message);
    }

    public Rejected(String code, String member, String message) {
        super(code, member, message);
    }
}
