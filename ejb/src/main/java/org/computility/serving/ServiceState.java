package org.computility.serving;

/** How a service is (T/BAX 0006.5 table F.13 {@code Status}). */
public enum ServiceState {
    /** Nobody knows: its node is silent, or does not report it. */
    UNSPECIFIED,
    /** Being loaded. */
    INIT,
    RUNNING,
    /** Still working, but more tasks may make some fail. */
    OVERLOAD,
    ERROR;

    /** Whether it works, or may do so without being loaded again. */
    boolean mayRun() {
        return this != ERROR;
    }

    /** Whether it takes tasks now. */
    boolean runs() {
        return this == RUNNING || this == OVERLOAD;
    }

    /** What a node reports; a word that is not in the table is an unknown state. */
    static ServiceState reported(String word) {
        for (ServiceState state : values()) {
            if (state.name().equals(word)) {
                return state;
            }
        }
        return UNSPECIFIED;
    }
}
