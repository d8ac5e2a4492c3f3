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
 * Hands what the nodes tell to the rooms above as a CDI event ({@code @Observes AcceleratorEvent.TaskChanged}). All
 * observers of one event share one transaction. A failure of an observer undoes the transaction and reaches the
 * adapter, which delivers the event again. After some attempts the adapter drops the event and opens the node's stream
 * anew, on which the node sends its whole state. An event that no repetition can mend (a value that makes no sense, or
 * that no column holds) is logged and dropped at once: the node would send it again on every new stream.
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

    /** Every event but a lost or quiet stream also shows that its node is alive. */
    public void take(RuntimeEvent event) {
        if (!(event instanceof AcceleratorEvent.StreamLost || event instanceof AcceleratorEvent.StreamQuiet)) {
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
