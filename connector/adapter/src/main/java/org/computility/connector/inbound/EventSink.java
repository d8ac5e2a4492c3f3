package org.computility.connector.inbound;

import org.computility.connector.RuntimeEvent;

/** Where the events of one runtime go, in order. Calls never overlap and must return fast. */
public interface EventSink {

    /** Takes an event in any case. */
    void accept(RuntimeEvent event);

    /** Whether the source shall stop reading until {@link EventSource#resume}. */
    boolean isFull();
}
