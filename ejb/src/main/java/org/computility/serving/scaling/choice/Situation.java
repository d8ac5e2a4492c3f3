package org.computility.serving.scaling.choice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * All that the choice depends on.
 *
 * @param streamsPerReplica of a further replica
 * @param waiting instances without a place
 * @param waitingAt the codes of the devices of those instances, as far as they name one
 * @param permits what licences admit of those that wait
 * @param resisting services that their nodes did not make smaller, or unload, a moment ago
 * @param actedAt when the rule last did something; null: never
 */
public record Situation(
        Bounds bounds,
        int streamsPerReplica,
        List<Running> services,
        List<Host> hosts,
        int waiting,
        List<String> waitingAt,
        Permits permits,
        Set<UUID> resisting,
        Instant actedAt,
        Instant now) {

    /** The clocks of two servers are never further apart. */
    private static final Duration APART = Duration.ofMinutes(1);

    public Situation {
        services = List.copyOf(services);
        hosts = List.copyOf(hosts);
        waitingAt = List.copyOf(waitingAt);
        resisting = Set.copyOf(resisting);
    }

    /** Some of those that wait can start only at the nodes that their licences are bound to. */
    boolean isBoundByLicences() {
        return waiting > permits.anywhere();
    }

    boolean resists(Running service) {
        return resisting.contains(service.serviceId());
    }

    /** Those that rules loaded and that have failed. */
    List<Running> broken() {
        return services.stream()
                .filter(service -> service.own() && service.condition() == Running.Condition.BROKEN)
                .toList();
    }

    /** Not by something that is yet to be done: then the clock has been put back since. */
    boolean isCooling() {
        return actedAt != null && now.isBefore(actedAt.plus(bounds.coolDown())) && !actedAt.isAfter(now.plus(APART));
    }

    List<Running> counted() {
        return services.stream().filter(Running::counts).toList();
    }

    int replicas() {
        return counted().stream().mapToInt(Running::replicas).sum();
    }

    int streams() {
        return counted().stream().mapToInt(Running::usable).sum();
    }

    int taken() {
        return counted().stream().mapToInt(Running::taken).sum();
    }

    long demand() {
        return (long) taken() + waiting;
    }

    /** How many replicas there should be: more where the room does not bear the demand, within the bounds. */
    int wanted() {
        int replicas = replicas();
        long missing = bounds.streamsFor(demand()) - streams();
        long more = missing > 0 ? Bounds.up(missing, streamsPerReplica) : 0;
        return (int) Math.max(Math.min(replicas + more, Math.max(bounds.most(), replicas)), bounds.least());
    }

    Figures figures() {
        return new Figures(replicas(), streams(), taken(), waiting);
    }
}
