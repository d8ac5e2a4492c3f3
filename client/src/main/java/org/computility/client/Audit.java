package org.computility.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** The audit trail; for administrators, and for auditors, who see their own organisation's. */
public final class Audit {

    private static final String PATH = "/platform/v1/audit";

    private final Transport transport;

    Audit(Transport transport) {
        this.transport = transport;
    }

    /** A call that changed something, or tried to; {@code account} is null where nobody was known, {@code outcome} an HTTP status. */
    public record Entry(
            long id,
            Instant at,
            String account,
            UUID organisationId,
            String action,
            String target,
            String source,
            int outcome,
            String requestId,
            String hash) {}

    /** Which records; null members do not narrow the list. {@code from} is inclusive, {@code to} not. */
    public record Search(Instant from, Instant to, String account, String action, Integer outcome, String requestId) {

        /** All of them. */
        public static final Search ALL = new Search(null, null, null, null, null, null);
    }

    /** Whether the trail is whole; {@code firstBrokenId} is null where it is. */
    public record Verification(boolean valid, long checked, Long firstBrokenId) {}

    /** Records, the latest first, by page from 1. */
    public Page<Entry> search(Search search, int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        put(query, "from", search.from());
        put(query, "to", search.to());
        put(query, "account", search.account());
        put(query, "action", search.action());
        put(query, "outcome", search.outcome());
        put(query, "requestId", search.requestId());
        query.put("page", page);
        query.put("pageSize", pageSize);
        return transport.call(Family.PLATFORM, "GET", PATH, query, null, Types.pageOf(Entry.class));
    }

    /** Reads the whole trail, and compares hashes and numbers. */
    public Verification verify() {
        return transport.call(Family.PLATFORM, "GET", PATH + "/verify", null, Verification.class);
    }

    private static void put(Map<String, Object> query, String name, Object value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
