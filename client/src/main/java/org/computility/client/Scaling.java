package org.computility.client;

import static org.computility.client.wire.Transport.segment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** Rules by which the services of a capability are scaled (T/BAX 0006.5 clause 6.3 i, {@code docs/scaling.md}). */
public final class Scaling {

    private static final String PATH = "/platform/v1/serving/scaling-rules";

    private final Transport transport;

    Scaling(Transport transport) {
        this.transport = transport;
    }

    /**
     * What a rule allows and aims at; null: the default.
     *
     * @param minReplicas on all nodes together
     * @param maxReplicas on all nodes together
     * @param targetPercent how much of the streams may be asked for before there shall be more
     * @param coolDownSeconds how long nothing is done after something was
     * @param near the first 2, 4, 6 or 8 digits of codes of preferred nodes
     */
    public record Bounds(
            Integer minReplicas,
            int maxReplicas,
            Integer maxReplicasPerNode,
            Integer targetPercent,
            Integer coolDownSeconds,
            String near) {}

    /** A rule to be made; {@link Bounds} says what the numbers mean. */
    public record NewRule(
            String algoDefCode,
            Integer minReplicas,
            int maxReplicas,
            Integer maxReplicasPerNode,
            Integer targetPercent,
            Integer coolDownSeconds,
            String near) {}

    /** A rule; {@code actedAt} is null where it never did anything. */
    public record Rule(
            UUID id,
            UUID organisationId,
            String algoDefCode,
            int minReplicas,
            int maxReplicas,
            int maxReplicasPerNode,
            int targetPercent,
            long coolDownSeconds,
            String near,
            Instant actedAt,
            String changedBy,
            Instant changedAt) {}

    /** The figures of all services of the capability together. */
    public record Seen(int replicas, int streams, int taken, int waiting) {}

    /**
     * What a rule decided.
     *
     * @param reason why it did something, or did not
     * @param action GROW, LOAD, DELIVER, SHRINK, UNLOAD; null: nothing
     * @param outcome NONE, STARTED, DONE or FAILED
     * @param message why it failed
     */
    public record Decision(
            long id,
            Instant decidedAt,
            String reason,
            String action,
            String serviceId,
            String computeCode,
            Integer replicasBefore,
            Integer replicasAfter,
            Seen seen,
            String outcome,
            String message,
            Instant endedAt) {}

    /** Makes a rule for the caller's organisation. */
    public Rule make(NewRule wanted) {
        return transport.call(Family.PLATFORM, "POST", PATH, wanted, Rule.class);
    }

    public Page<Rule> list(int page, int pageSize) {
        return transport.call(Family.PLATFORM, "GET", PATH, query(page, pageSize), null, Types.pageOf(Rule.class));
    }

    public Rule get(UUID id) {
        return transport.call(Family.PLATFORM, "GET", path(id), null, Rule.class);
    }

    /** Replaces what the rule allows and aims at. */
    public Rule change(UUID id, Bounds wanted) {
        return transport.call(Family.PLATFORM, "PUT", path(id), wanted, Rule.class);
    }

    /** Its services stay as they are. */
    public void remove(UUID id) {
        transport.tell(Family.PLATFORM, "DELETE", path(id), null);
    }

    /** What it decided, the newest first. */
    public Page<Decision> decisions(UUID id, int page, int pageSize) {
        return transport.call(
                Family.PLATFORM,
                "GET",
                path(id) + "/decisions",
                query(page, pageSize),
                null,
                Types.pageOf(Decision.class));
    }

    private static String path(UUID id) {
        return PATH + "/" + segment(id.toString());
    }

    private static Map<String, Object> query(int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("page", page);
        query.put("pageSize", pageSize);
        return query;
    }
}
