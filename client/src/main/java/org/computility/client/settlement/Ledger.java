package org.computility.client.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.Page;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** What moved on accounts, and how it is undone ({@code docs/settlement.md}). */
public final class Ledger {

    private static final String PATH = "/platform/v1/settlement/";

    private final Transport transport;

    public Ledger(Transport transport) {
        this.transport = transport;
    }

    /**
     * A line of a statement.
     *
     * @param version from 1 for each account, without a gap
     * @param sequence the transfer's place in the order of commits
     */
    public record Line(
            long version,
            Instant at,
            long sequence,
            UUID transfer,
            String kind,
            String subject,
            BigDecimal amount,
            BigDecimal balanceAfter) {}

    /** What a transfer did to one account; {@code organisationId} is null for the platform's own. */
    public record Entry(UUID account, UUID organisationId, String kind, BigDecimal amount, String currency) {}

    /** Money that has moved; {@code reverses} is null for all but a reversal. Its entries add up to nothing. */
    public record Transfer(
            UUID id, String kind, String subject, String currency, Instant at, UUID reverses, List<Entry> entries) {}

    /** A transfer and what became of it; {@code reversedBy} is null while it holds. */
    public record Recorded(Transfer transfer, long sequence, UUID reversedBy) {}

    /** Internal to the wire; public because JSON-B asks for it. */
    public record Reversal(String reason) {}

    /**
     * The entries of an account, the latest first, by page from 1.
     *
     * @param from the earliest; null: since its beginning
     * @param to the latest, itself excluded; null: until now
     */
    public Page<Line> statement(UUID account, Instant from, Instant to, int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("account", account);
        if (from != null) {
            query.put("from", from);
        }
        if (to != null) {
            query.put("to", to);
        }
        query.put("page", page);
        query.put("pageSize", pageSize);
        return transport.call(Family.PLATFORM, "GET", PATH + "statements", query, null, Types.pageOf(Line.class));
    }

    /** One transfer. */
    public Recorded transfer(UUID id) {
        return transport.call(Family.PLATFORM, "GET", PATH + "transfers/" + id, null, Recorded.class);
    }

    /** Moves everything back, once; for administrators. The transfer that undoes it. */
    public Transfer reverse(UUID id, String reason) {
        return transport.call(
                Family.PLATFORM, "POST", PATH + "transfers/" + id + "/reversal", new Reversal(reason), Transfer.class);
    }
}
