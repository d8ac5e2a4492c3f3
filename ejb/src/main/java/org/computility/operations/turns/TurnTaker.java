package org.computility.operations.turns;

/** The run that takes turns, as the server that works on it knows it. */
public interface TurnTaker {

    /** Which run it is, in messages. */
    long runId();

    /** Whether the run is surely this server's: a server that was silent for longer than its lease must hear first. */
    boolean isHeld();

    /** The work is over. */
    void over();

    /** The run has given its work up, because it was to stop. */
    void stopped();
}
