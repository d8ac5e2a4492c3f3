package org.computility.connector.inbound;

/** Where the events of one runtime come from. */
public interface EventSource {

    /** Reads on after the sink was full. */
    void resume();

    /** Has the runtime tell its whole state again. */
    void reopen(String reason);
}
