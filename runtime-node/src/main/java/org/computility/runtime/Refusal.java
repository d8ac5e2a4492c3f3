package org.computility.runtime;

/** The node understood a request and refuses it; carries the HTTP status that says so. */
public class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The request itself is wrong; the message names the member. */
    public static Refusal invalid(String message) {
        return new Refusal(400, message);
    }

    /** The request names something that is not here. */
    public static Refusal notFound(String message) {
        return new Refusal(404, message);
    }

    /** The request does not fit the state of things. */
    public static Refusal conflict(String message) {
        return new Refusal(409, message);
    }

    /** 400, 404 or 409. */
    public int status() {
        return status;
    }
}
