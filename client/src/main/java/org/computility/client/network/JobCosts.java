package org.computility.client.network;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.network.Calls.Kind;

/** What jobs cost ({@code docs/settlement.md}). */
public final class JobCosts {

    private final Calls calls;

    public JobCosts(Calls calls) {
        this.calls = calls;
    }

    /** What a second on a node costs; {@code currency} null: CNY, {@code validFrom} null: from now on. */
    public record NewPrice(BigDecimal unitPrice, String currency, Instant validFrom) {}

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

    /** All prices of a spec. */
    public record Prices(List<Price> items) {}

    /** Seconds that a job was charged for at one price; {@code amount} is not rounded. */
    public record Item(
            String attempt,
            String centerId,
            String specId,
            Instant at,
            long seconds,
            int nodes,
            BigDecimal unitPrice,
            String currency,
            BigDecimal amount,
            UUID orderId) {}

    /** A page of them. */
    public record Items(List<Item> items, int page, int pageSize, long total) {}

    /** By what costs are summed up. */
    public enum By {
        MONTH,
        USER,
        CENTER,
        SPEC,
        JOB
    }

    /** What the jobs of one group have cost; {@code key} is the month, or an id. */
    public record Sum(String key, long jobs, long nodeSeconds, String currency, BigDecimal amount) {}

    /** All groups, in the order of their keys. */
    public record Sums(List<Sum> items) {}

    /** What a second of a spec costs on one node, the earliest price first. */
    public List<Price> prices(String specId) {
        return calls.call(Kind.OWN, "GET", pricesOf(specId), Map.of(), null, Prices.class)
                .items();
    }

    /** Says what a second of a spec costs from now on; for administrators. */
    public Price publish(String specId, BigDecimal unitPrice) {
        return publish(specId, new NewPrice(unitPrice, null, null));
    }

    /** Says what a second of a spec costs from then on; for administrators. */
    public Price publish(String specId, NewPrice price) {
        return calls.call(Kind.OWN, "POST", pricesOf(specId), Map.of(), price, Price.class);
    }

    /** By the price of now. */
    public Estimate estimate(String specId, int nodeCount, long seconds) {
        Map<String, Object> query = Map.of("specId", specId, "nodeCount", nodeCount, "seconds", seconds);
        return calls.call(Kind.OWN, "GET", "/platform/v1/settlement/computing/estimate", query, null, Estimate.class);
    }

    /** Of one job. */
    public Cost of(String jobId) {
        return calls.call(Kind.OWN, "GET", costsOf(jobId), Map.of(), null, Cost.class);
    }

    /** What one job was charged for, piece by piece, the earliest first, by page from 1. */
    public Items items(String jobId, int page, int pageSize) {
        Map<String, Object> query = Map.of("page", page, "pageSize", pageSize);
        return calls.call(Kind.OWN, "GET", costsOf(jobId) + "/items", query, null, Items.class);
    }

    /** Summed up, from the first of the months to the last. */
    public List<Sum> sums(YearMonth from, YearMonth to, By by) {
        Map<String, Object> query = Map.of("from", from, "to", to, "by", by);
        return calls.call(Kind.OWN, "GET", "/platform/v1/settlement/computing", query, null, Sums.class)
                .items();
    }

    private String pricesOf(String specId) {
        return "/platform/v1/specs/" + calls.segment(specId) + "/prices";
    }

    private String costsOf(String jobId) {
        return "/platform/v1/jobs/" + calls.segment(jobId) + "/costs";
    }
}
