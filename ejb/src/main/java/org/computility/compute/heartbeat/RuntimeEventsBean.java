package org.computility.compute.heartbeat;

import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.connector.RuntimeEvent;
import org.computility.connector.RuntimeEventListener;

/**
 * Takes what the nodes tell and hands it to the rooms above as a CDI event ({@code @Observes RuntimeEvent.TaskChanged}),
 * all observers of one event in one transaction. An event that an observer cannot take is logged and dropped: the next
 * opening of the stream repeats the node's whole state.
 */
@MessageDriven(messageListenerInterface = RuntimeEventListener.class)
public class RuntimeEventsBean implements RuntimeEventListener {

    private static final Logger LOG = Logger.getLogger(RuntimeEventsBean.class.getName());

    @Resource
    private MessageDrivenContext context;

    @Inject
    private Keepalives keepalives;

    @Inject
    private Event<RuntimeEvent> events;

    @Override
    public void onEvent(RuntimeEvent event) {
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
