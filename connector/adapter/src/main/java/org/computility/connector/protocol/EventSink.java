package org.computility.connector.protocol;

import org.computility.connector.RuntimeEvent;

/** Where the events of one node go, in order. Calls never overlap and must return fast. */
public interface EventSink {

    /** Takes an event in any case. */
    void accept(RuntimeEvent event);

    /** Whether the stream shall stop reading until {@link EventStream#resume}. */
    boolean isFull();
}
