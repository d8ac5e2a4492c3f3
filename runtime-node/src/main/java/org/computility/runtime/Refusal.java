package org.computility.runtime;

/** A request that the node understood and does not do; carries the HTTP status that says so. */
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

    /** What it names is not here. */
    public static Refusal notFound(String message) {
        return new Refusal(404, message);
    }

    /** It does not fit the state of things. */
    public static Refusal conflict(String message) {
        return new Refusal(409, message);
    }

    /** 400, 404 or 409. */
    public int status() {
        return status;
    }
}
