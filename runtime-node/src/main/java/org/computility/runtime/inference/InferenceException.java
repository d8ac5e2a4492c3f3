package org.computility.runtime.inference;

/** A graph that cannot be loaded or run. */
public class InferenceException extends Exception {

    private static final long serialVersionUID = 1L;

    public InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
