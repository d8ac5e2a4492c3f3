package org.computility.client;

/** The platform said no, answered nonsense, or could not be reached. */
public final class ComputilityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String requestId;

    public ComputilityException(int status, String code, String message, String requestId, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
        this.requestId = requestId;
    }

    /** The HTTP status, or 0 when there was no answer. */
    public int status() {
        return status;
    }

    /**
     * What went wrong, for a program: a standard's number ({@code "40401"}, {@code "0203"}), the code of a problem document
     * ({@code "account-exists"}), or {@code "unreachable"} and {@code "garbled"}.
     */
    public String code() {
        return code;
    }

    /** Finds the call in the platform's log; null when the platform gave none. */
    public String requestId() {
        return requestId;
    }
}
