package org.computility.compute.events;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.compute.heartbeat.Keepalives;
import org.computility.connector.RuntimeEvent;
import org.computility.connector.accelerator.AcceleratorEvent;

/**
 * Hands what the nodes tell to the rooms above as a CDI event ({@code @Observes AcceleratorEvent.TaskChanged}), all observers of
 * one event in one transaction. A failure of one of them undoes the transaction and reaches the adapter, which delivers the
 * event again; after some attempts the adapter drops it and opens the node's stream anew, on which the node sends its whole
 * state. What no repetition can mend, a value that makes no sense or that no column holds, is logged and dropped at once: the
 * node would send it again on every new stream.
 */
@Stateless
public class RuntimeEvents {

    private static final Logger LOG = Logger.getLogger(RuntimeEvents.class.getName());

    @Resource
    SessionContext context;

    @Inject
    Keepalives keepalives;

    @Inject
    Event<RuntimeEvent> events;

    /** Every event but a lost stream also shows that its node is alive. */
    public void take(RuntimeEvent event) {
        if (!(event instanceof AcceleratorEvent.StreamLost)) {
            keepalives.heardFrom(event.computeCode());
        }
        try {
            events.fire(event);
        } catch (RuntimeException e) {
            if (!Senseless.is(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, e, () -> "An event of compute " + event.computeCode() + " was dropped: " + event);
            context.setRollbackOnly();
        }
    }
}
