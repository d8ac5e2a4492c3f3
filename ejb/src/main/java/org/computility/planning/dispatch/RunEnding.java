package org.computility.planning.dispatch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

    /**
     * Notes starts that a node refused, or that did not reach it. An instance that has its place elsewhere meanwhile stays as it
     * is: a node that hangs answers late.
     */
    public void refused(
            String computeCode, Map<UUID, String> refused, Map<UUID, String> notNow, Map<UUID, String> lost) {
        List<UUID> all = Stream.of(refused, notNow, lost)
                .flatMap(some -> some.keySet().stream())
                .toList();
        Set<UUID> there = Set.copyOf(ends.heldAt(all.toArray(UUID[]::new), computeCode));
        Instant now = clock.instant();
        write(notNow, there, some -> ends.brokenOff(some, "REFUSED", now));
        // An error, tried again later where the plan restarts failed instances.
        write(refused, there, some -> ends.ended(some, InstanceState.ERROR, "REFUSED", now));
        write(lost, there, some -> ends.lost(some, Ends.EVER, now));
    }

    private static void write(Map<UUID, String> said, Set<UUID> there, Consumer<Map<UUID, String>> how) {
        Map<UUID, String> some = new HashMap<>(said);
        some.keySet().retainAll(there);
        if (!some.isEmpty()) {
            how.accept(some);
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
