package org.computility.compute.heartbeat;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.connector.RuntimeEvent;

/**
 * Hands what the nodes tell to the rooms above as a CDI event ({@code @Observes RuntimeEvent.TaskChanged}), all observers of
 * one event in one transaction. An event that an observer cannot take is logged and dropped: the next opening of the stream
 * repeats the node's whole state.
 */
@Stateless
public class RuntimeEvents {

    private static final Logger LOG = Logger.getLogger(RuntimeEvents.class.getName());

    @Resource
    private SessionContext context;

    @Inject
    private Keepalives keepalives;

    @Inject
    private Event<RuntimeEvent> events;

    /** Every event but a lost stream also shows that its node is alive. */
    public void take(RuntimeEvent event) {
        try {
            if (!(event instanceof RuntimeEvent.StreamLost)) {
                keepalives.heardFrom(event.computeCode());
            }
            events.fire(event);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "An event of compute " + event.computeCode() + " was dropped: " + event, e);
            context.setRollbackOnly();
        }
    }
}
