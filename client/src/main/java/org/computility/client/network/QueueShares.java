package org.computility.client.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.network.Calls.Kind;

/** What organisations are due of the network ({@code docs/queue.md}); one that is not listed has a weight of 1 and no quota. */
public final class QueueShares {

    private static final String SHARES = "/platform/v1/jobs/shares";

    private final Calls calls;

    public QueueShares(Calls calls) {
        this.calls = calls;
    }

    /** What an organisation is assured of; a part that is null does not bind. */
    public record Quota(Long cores, Long memoryBytes, Long accelerators) {}

    /** What it shall be due; null: a weight of 1, or no quota. */
    public record NewShare(Integer weight, Quota quota) {}

    /** What it is due; {@code quota} is null where it has none. */
    public record Share(UUID organisationId, int weight, Quota quota, Instant changedAt) {}

    /** A page of them. */
    public record Found(List<Share> items, int page, int pageSize, long total) {}

    /** By organisation, by page from 1; for administrators, others see their organisation's. */
    public Found list(int page, int pageSize) {
        return calls.call(Kind.OWN, "GET", SHARES, Map.of("page", page, "pageSize", pageSize), null, Found.class);
    }

    /** Holds from the next round on, in place of what was set; for administrators. */
    public Share set(UUID organisationId, NewShare share) {
        return calls.call(Kind.OWN, "PUT", SHARES + "/" + organisationId, Map.of(), share, Share.class);
    }

    /** The organisation is due what everybody is; for administrators. */
    public void remove(UUID organisationId) {
        calls.tell("DELETE", SHARES + "/" + organisationId);
    }
}
