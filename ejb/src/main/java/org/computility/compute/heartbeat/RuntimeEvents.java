package org.computility.compute.heartbeat;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.computility.connector.RuntimeEvent;

/**
 * Hands what the nodes tell to the rooms above as a CDI event ({@code @Observes RuntimeEvent.TaskChanged}), all observers of
 * one event in one transaction. A failure of one of them undoes the transaction and reaches the adapter, which delivers the
 * event again; after some attempts the adapter drops it and opens the node's stream anew, on which the node sends its whole
 * state.
 */
@Stateless
public class RuntimeEvents {

    @Inject
    private Keepalives keepalives;

    @Inject
    private Event<RuntimeEvent> events;

    /** Every event but a lost stream also shows that its node is alive. */
    public void take(RuntimeEvent event) {
        if (!(event instanceof RuntimeEvent.StreamLost)) {
            keepalives.heardFrom(event.computeCode());
        }
        events.fire(event);
    }
}
