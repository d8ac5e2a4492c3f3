package org.computility.client.settlement;

import java.io.OutputStream;
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

/** Orders and their bills, line by line, down to the usage events ({@code docs/settlement.md}). */
public final class Bills {

    private static final String ORDERS = "/platform/v1/settlement/orders";
    private static final String BILLS = "/platform/v1/settlement/bills";

    private final Transport transport;

    public Bills(Transport transport) {
        this.transport = transport;
    }

    /**
     * An order of a model or an application, or of the seconds of a spec.
     *
     * @param billing {@code FIXED_TERM} or {@code METERED}
     * @param until the end, itself excluded; null: none
     * @param quota the most units in all; null: no bound
     */
    public record Order(
            UUID id,
            UUID payer,
            UUID payee,
            String subjectKind,
            String subject,
            String currency,
            String priceList,
            String billing,
            String unit,
            Instant from,
            Instant until,
            Long quota,
            Instant openedAt) {}

    /** A bill in a list; {@code id} is null where a preview has no bill yet, {@code closedAt} while it is open. */
    public record Summary(
            UUID id,
            UUID orderId,
            String period,
            String currency,
            boolean closed,
            Instant closedAt,
            BigDecimal charged,
            BigDecimal paid) {}

    /** What a unit costs; {@code upTo} is null in the last tier. */
    public record Tier(Long upTo, BigDecimal unitPrice) {}

    /** What usage costs: the free units come first, tiers count what comes after them. */
    public record Tariff(String billing, String unit, List<Tier> tiers, long freeQuota) {}

    /** What was used in one month at one price; of the kind {@code TERM}: a term. */
    public record Line(
            String kind,
            String period,
            boolean correction,
            UUID priceId,
            String unit,
            long quantity,
            long events,
            Tariff tariff,
            BigDecimal amount) {}

    /** A bill; an open one is as things stand at {@code asOf}. */
    public record Bill(
            Summary bill,
            Order order,
            String payerName,
            String payeeName,
            Instant asOf,
            List<Line> lines,
            BigDecimal total) {}

    /** A usage event as a bill counts it; its month and its price tell its line. */
    public record Event(
            UUID eventId,
            Instant at,
            Instant receivedAt,
            long calls,
            long tokens,
            long quantity,
            String period,
            UUID priceId,
            boolean rated) {}

    /** The orders that the caller's organisation pays or earns by, by page from 1, the last opened first. */
    public Page<Order> orders(int page, int pageSize) {
        return list(ORDERS, null, page, pageSize, Order.class);
    }

    /** One order. */
    public Order order(UUID id) {
        return transport.call(Family.PLATFORM, "GET", ORDERS + "/" + id, null, Order.class);
    }

    /** What the order's bill of this month is now, rated or not. */
    public Bill preview(UUID orderId) {
        return transport.call(Family.PLATFORM, "GET", ORDERS + "/" + orderId + "/preview", null, Bill.class);
    }

    /** The usage that the preview counts, in the order of its times. */
    public Page<Event> previewedEvents(UUID orderId, int page, int pageSize) {
        return list(ORDERS + "/" + orderId + "/preview/events", null, page, pageSize, Event.class);
    }

    /** Bills, the latest month first. @param orderId of that order; null: of all */
    public Page<Summary> list(UUID orderId, int page, int pageSize) {
        return list(BILLS, orderId, page, pageSize, Summary.class);
    }

    /** One bill. */
    public Bill get(UUID id) {
        return transport.call(Family.PLATFORM, "GET", at(id, ""), null, Bill.class);
    }

    /** The usage that a bill counts, in the order of its times. */
    public Page<Event> events(UUID id, int page, int pageSize) {
        return list(at(id, "/events"), null, page, pageSize, Event.class);
    }

    /** Writes the bill as CSV, one row a line; the stream stays open. */
    public void csv(UUID id, OutputStream to) {
        transport.fetch(Family.PLATFORM, at(id, "/csv"), to);
    }

    /** Writes the bill as PDF, in Chinese and English; the stream stays open. */
    public void pdf(UUID id, OutputStream to) {
        transport.fetch(Family.PLATFORM, at(id, "/pdf"), to);
    }

    private <T> Page<T> list(String path, UUID order, int page, int pageSize, Class<T> element) {
        Map<String, Object> query = new LinkedHashMap<>();
        if (order != null) {
            query.put("order", order);
        }
        query.put("page", page);
        query.put("pageSize", pageSize);
        return transport.call(Family.PLATFORM, "GET", path, query, null, Types.pageOf(element));
    }

    private static String at(UUID id, String part) {
        return BILLS + "/" + id + part;
    }
}
