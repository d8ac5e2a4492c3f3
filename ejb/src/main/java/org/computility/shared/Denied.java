package org.computility.shared;

/** Known, and not allowed to (403). */
public final class Denied extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    public Denied(String code, String message) {
        super(403, code, (String) null, message);
    }

    public Denied(String code, String member, String message) {
        super(403, code, member, message);
    }
}
