package org.computility.planning.dispatch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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

    private static final Duration ASKED_AGAIN = Duration.ofSeconds(5);

    /** A node has answered by then, or was given up: after 10 s at most. */
    private static final Duration ANSWERED = Duration.ofSeconds(15);

    @Inject
    Ends ends;

    @Inject
    Clock clock;

    /** Notes starts that the nodes refused, or that did not reach them. */
    public void refused(Map<UUID, String> refused, Map<UUID, String> notNow, Map<UUID, String> lost) {
        if (!notNow.isEmpty()) {
            ends.brokenOff(notNow, "REFUSED", clock.instant());
        }
        if (!refused.isEmpty()) {
            // An error, tried again later where the plan restarts failed instances.
            ends.ended(refused, InstanceState.ERROR, "REFUSED", clock.instant());
        }
        if (!lost.isEmpty()) {
            ends.lost(lost, Ends.EVER, clock.instant());
        }
    }

    /**
     * Marks these as being stopped, and answers the instances that a node has. Where this server dies before it notes what
     * became of them, another one tells the nodes anew.
     */
    public List<ActiveTask> stopping(Collection<UUID> ids) {
        Instant now = clock.instant();
        return ends.stopping(ids.toArray(new UUID[0]), now.plus(ANSWERED), now);
    }

    /** The same for members of groups, whose inspection tells the nodes anew itself. */
    public List<ActiveTask> stoppingGroups(Collection<UUID> ids) {
        return ends.stopping(ids.toArray(new UUID[0]), clock.instant());
    }

    /** The nodes have not ended these, in their words: they are asked again soon. */
    public void stillThere(Map<UUID, String> refused) {
        if (!refused.isEmpty()) {
            ends.stillThere(
                    refused.keySet().toArray(new UUID[0]),
                    refused.values().toArray(new String[0]),
                    clock.instant().plus(ASKED_AGAIN));
        }
    }

    /** The nodes have confirmed. */
    public void stopped(Collection<UUID> ids, InstanceState next, String outcome, String message) {
        ends.stopped(ids.toArray(new UUID[0]), next.name(), outcome, message, clock.instant());
    }

    /** These are stopped only to run elsewhere. */
    public void moved(Collection<UUID> ids) {
        ends.tryAtOnce(ids.toArray(new UUID[0]), clock.instant());
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
