package org.computility.shared;

/** Another system that is needed does not answer, a node for example (503). */
public final class Unavailable extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    public Unavailable(String code, String message) {
        super(503, code, (String) null, message);
    }

    public Unavailable(String code, String member, String message) {
        super(503, code, member, message);
    }
}
