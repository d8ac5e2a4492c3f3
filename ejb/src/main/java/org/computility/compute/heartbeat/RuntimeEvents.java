package org.computility.compute.heartbeat;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.computility.connector.RuntimeEvent;

/**
 * Hands what the nodes tell to the rooms above as a CDI event ({@code @Observes RuntimeEvent.TaskChanged}), all observers of
 * one event in one transaction. A failure of one of them undoes the transaction and reaches the adapter, which delivers the
 * event again; after some attempts the adapter drops it and opens the node's stream anew, on which the node sends its whole
 * state. What no repetition can mend, a value that makes no sense or that no column holds, is logged and dropped at once: the
 * node would send it again on every new stream.
 */
@Stateless
public class RuntimeEvents {

    private static final Logger LOG = Logger.getLogger(RuntimeEvents.class.getName());

    /** SQLSTATE 22 and 23: a value that the column does not hold, or that breaks a rule of the table. */
    private static final Set<String> UNSTORABLE = Set.of("22", "23");

    @Resource
    SessionContext context;

    @Inject
    Keepalives keepalives;

    @Inject
    Event<RuntimeEvent> events;

    /** Every event but a lost stream also shows that its node is alive. */
    public void take(RuntimeEvent event) {
        if (!(event instanceof RuntimeEvent.StreamLost)) {
            keepalives.heardFrom(event.computeCode());
        }
        try {
            events.fire(event);
        } catch (RuntimeException e) {
            if (!isSenseless(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, e, () -> "An event of compute " + event.computeCode() + " was dropped: " + event);
            context.setRollbackOnly();
        }
    }

    private static boolean isSenseless(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IllegalArgumentException
                        || (cause instanceof SQLException refused
                                && refused.getSQLState() != null
                                && UNSTORABLE.contains(refused.getSQLState().substring(0, 2))));
    }
}
