package org.computility.serving.replicas;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.serving.HeldServices;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Unavailable;

/**
 * Tells a node the number of a service's replicas anew where it has another one for longer than a change takes: of two changes at
 * once one came last at the node and first here, or a server died between the two. Tells it anew, too, of an unload that got no answer, until
 * it answers.
 */
@ApplicationScoped
public class Reminders {

    private static final Logger LOG = Logger.getLogger(Reminders.class.getName());

    /** Longer than a change takes: tasks have 10 s to leave, and the node as long to answer. */
    static final Duration IN_THE_MAKING = Duration.ofSeconds(25);

    /** Between two reminders at the most; who counts replicas otherwise than we do is reminded less and less often. */
    private static final Duration LONGEST = Duration.ofHours(1);

    @EJB
    Resizing resizing;

    @Inject
    Clock clock;

    private final Map<UUID, Difference> differences = new ConcurrentHashMap<>();

    /** The numbers, and when their node is told next if they are still so. */
    private record Difference(HeldServices.OtherReplicas between, Instant due, Duration pause) {

        static Difference first(HeldServices.OtherReplicas between, Instant now) {
            return new Difference(between, now.plus(IN_THE_MAKING), IN_THE_MAKING);
        }

        Difference next(Instant now) {
            Duration longer = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
            return new Difference(between, now.plus(longer), longer);
        }
    }

    /** @throws Unavailable where the node is silent */
    public void on(@Observes HeldServices.OtherReplicas other) {
        Instant now = clock.instant();
        differences.values().removeIf(old -> old.due().isBefore(now.minus(LONGEST)));
        Difference seen = differences.get(other.serviceId());
        if (seen == null || !seen.between().equals(other)) {
            differences.put(other.serviceId(), Difference.first(other, now));
        } else if (!now.isBefore(seen.due())) {
            differences.put(other.serviceId(), seen.next(now));
            remind(other);
        }
    }

    /** What differed once has settled: should the same numbers differ again, that is a change of its own. */
    public void on(@Observes HeldServices.SameReplicas same) {
        differences.remove(same.serviceId());
    }

    /**
     * A service that its node lacks has left.
     *
     * @throws Unavailable where the node is silent
     */
    public void on(@Observes HeldServices.UnansweredUnload unload) {
        try {
            if (unload.there()) {
                resizing.unload(unload.serviceId());
            } else {
                resizing.left(unload.serviceId());
            }
            LOG.log(Level.INFO, "Service {0}, whose unload had got no answer, is gone.", unload.serviceId());
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "Service {0} was to be unloaded, once more: {1}", new Object[] {
                unload.serviceId(), e.getMessage()
            });
            throwIfSilent(e);
        }
    }

    private void remind(HeldServices.OtherReplicas other) {
        try {
            resizing.repeat(other.serviceId());
            LOG.log(Level.INFO, "Service {0} had {1} replicas at its node, and was told to have {2}.", new Object[] {
                other.serviceId(), other.there(), other.wanted()
            });
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "Service {0} has {1} replicas at its node and should have {2}: {3}", new Object[] {
                other.serviceId(), other.there(), other.wanted(), e.getMessage()
            });
            throwIfSilent(e);
        }
    }

    /** The node is asked nothing more for now. */
    private static void throwIfSilent(BusinessFailure failure) {
        if (failure instanceof Unavailable silence) {
            throw silence;
        }
    }
}
