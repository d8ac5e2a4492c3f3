package org.computility.client.network;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.computility.client.network.Calls.Kind;

/** What jobs cost ({@code docs/settlement.md}). */
public final class JobCosts {

    private final Calls calls;

    public JobCosts(Calls calls) {
        this.calls = calls;
    }

    /** What a second on a node costs. */
    public record NewPrice(BigDecimal unitPrice) {}

    /** A price; {@code validTo} is null while no successor is known. */
    public record Price(
            UUID id, String specId, BigDecimal unitPrice, String currency, Instant validFrom, Instant validTo) {}

    /** What a job would cost at centers of others. */
    public record Estimate(
            String specId, int nodeCount, long seconds, BigDecimal unitPrice, String currency, BigDecimal amount) {}

    /** What a job has cost until now; {@code budget} is null where it has none. */
    public record Cost(
            UUID jobId,
            long nodeSeconds,
            String currency,
            BigDecimal charged,
            BigDecimal uncharged,
            BigDecimal budget) {}

    /** Says what a second of a spec costs from now on; for administrators. */
    public Price publish(String specId, BigDecimal unitPrice) {
        String path = "/platform/v1/specs/" + calls.segment(specId) + "/prices";
        return calls.call(Kind.OWN, "POST", path, Map.of(), new NewPrice(unitPrice), Price.class);
    }

    /** By the price of now. */
    public Estimate estimate(String specId, int nodeCount, long seconds) {
        Map<String, Object> query = Map.of("specId", specId, "nodeCount", nodeCount, "seconds", seconds);
        return calls.call(Kind.OWN, "GET", "/platform/v1/settlement/computing/estimate", query, null, Estimate.class);
    }

    /** Of one job. */
    public Cost of(String jobId) {
        String path = "/platform/v1/jobs/" + calls.segment(jobId) + "/costs";
        return calls.call(Kind.OWN, "GET", path, Map.of(), null, Cost.class);
    }
}
