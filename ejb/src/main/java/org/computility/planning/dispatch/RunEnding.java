package org.computility.planning.dispatch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.planning.state.InstanceState;

/** What {@link Dispatch} writes down when tasks are to stop or did not start, one transaction a method. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RunEnding {

    @Inject
    Ends ends;

    @Inject
    Clock clock;

    /** Notes starts that the nodes refused, or that did not reach them. */
    public void refused(Map<UUID, String> refused, Map<UUID, String> lost) {
        if (!refused.isEmpty()) {
            // An error, tried again later where the plan restarts failed instances.
            ends.ended(refused, InstanceState.ERROR, "REFUSED", clock.instant());
        }
        if (!lost.isEmpty()) {
            ends.lost(lost.keySet(), lost.values().iterator().next(), clock.instant());
        }
    }

    /** Marks these as being stopped, and answers the instances that a node has. */
    public List<ActiveTask> stopping(Collection<UUID> ids) {
        return ends.stopping(ids.toArray(new UUID[0]), clock.instant());
    }

    /** The nodes have confirmed. */
    public void stopped(Collection<UUID> ids, InstanceState next, String outcome, String message) {
        ends.stopped(ids.toArray(new UUID[0]), next.name(), outcome, message, clock.instant());
    }

    /** Their node or service is gone. */
    public void lost(Collection<UUID> ids, String message) {
        ends.lost(ids, message, clock.instant());
    }

    /** The same for those that have not changed since that moment: nobody started them anew meanwhile. */
    public void lost(Collection<UUID> ids, String message, Instant before) {
        ends.lost(ids, message, before, clock.instant());
    }
}
