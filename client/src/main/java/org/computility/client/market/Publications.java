package org.computility.client.market;

import jakarta.json.JsonObject;
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

/** Published models and applications, and who subscribes to them ({@code docs/trading.md}). */
public final class Publications {

    private static final String PUBLICATIONS = "/platform/v1/market/publications";
    private static final String SUBSCRIPTIONS = "/platform/v1/market/subscriptions";

    private final Transport transport;

    public Publications(Transport transport) {
        this.transport = transport;
    }

    /** What a unit costs from that unit of a month on, free ones not counted. */
    public record Tier(long from, BigDecimal price) {}

    /**
     * What it costs.
     *
     * @param type {@code FIXED_TERM} or {@code METERED}
     * @param term days
     * @param quota the most units in all; null: no bound
     */
    public record Billing(
            String type, String unit, BigDecimal price, List<Tier> tiers, Long freeQuota, Integer term, Long quota) {}

    /**
     * A publication.
     *
     * @param authorised whether the service is shown a credential; null for other organisations
     * @param withdrawnAt null while it is in the market
     */
    public record Publication(
            UUID publishId,
            String kind,
            String publisher,
            String resourceId,
            String address,
            Billing billing,
            boolean published,
            Boolean authorised,
            Instant publishedAt,
            Instant withdrawnAt) {}

    /** A subscription; {@code licenses} is null for the publisher, {@code endsAt} does not belong to it. */
    public record Subscription(
            UUID orderId,
            UUID publishId,
            String kind,
            String publisher,
            String subscriber,
            String resourceId,
            String address,
            Billing billing,
            Instant startsAt,
            Instant endsAt,
            JsonObject licenses) {}

    /**
     * Which publications.
     *
     * @param kind {@code MODEL} or {@code APPLICATION}; null: both
     * @param resourceId of this model or application; null: of any
     * @param own whether only those of the own organisation
     */
    public record Search(String kind, String resourceId, boolean own) {

        /** All that the caller sees. */
        public static final Search ALL = new Search(null, null, false);
    }

    /** By what it is found; all but {@code title} may be null. */
    public record Description(String title, String description, List<String> categories, List<String> keyWords) {}

    /**
     * What it costs from some instant on.
     *
     * @param tiers null: none
     * @param freeQuota null: none
     * @param validFrom null: from now on
     */
    public record NewPrice(BigDecimal price, List<Tier> tiers, Long freeQuota, Instant validFrom) {}

    /** What it costs, from when to when; {@code validTo} is null while no successor is known. */
    public record Price(
            UUID id,
            UUID publishId,
            String unit,
            BigDecimal price,
            List<Tier> tiers,
            long freeQuota,
            String currency,
            Instant validFrom,
            Instant validTo) {}

    /** All prices of a publication. */
    public record Prices(List<Price> items) {}

    /** What the platform shows the service in {@code Authorization}; null: nothing any more. */
    public record Credential(String authorization) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Credential[]";
        }
    }

    /** Publications, the latest first, by page from 1. */
    public Page<Publication> list(Search search, int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        if (search.kind() != null) {
            query.put("kind", search.kind());
        }
        if (search.resourceId() != null) {
            query.put("resourceId", search.resourceId());
        }
        query.put("own", search.own());
        return page(PUBLICATIONS, query, page, pageSize, Publication.class);
    }

    public Publication get(UUID publishId) {
        return transport.call(Family.PLATFORM, "GET", at(publishId, ""), null, Publication.class);
    }

    /** Takes it out of the market; what was subscribed to goes on. */
    public void withdraw(UUID publishId) {
        transport.tell(Family.PLATFORM, "DELETE", at(publishId, ""), null);
    }

    /** Says what it is, in place of what was said before. */
    public void describe(UUID publishId, Description description) {
        transport.tell(Family.PLATFORM, "PUT", at(publishId, "/description"), description);
    }

    /** All that it has cost, costs, and is announced to cost; the earliest price first. */
    public List<Price> prices(UUID publishId) {
        return transport
                .<Prices>call(Family.PLATFORM, "GET", at(publishId, "/prices"), null, Prices.class)
                .items();
    }

    /** Says what it will cost; for its publisher. */
    public Price announce(UUID publishId, NewPrice price) {
        return transport.call(Family.PLATFORM, "POST", at(publishId, "/prices"), price, Price.class);
    }

    /** Sets what the platform shows the service with every call. */
    public void authorise(UUID publishId, Credential credential) {
        transport.tell(Family.PLATFORM, "PUT", at(publishId, "/credential"), credential);
    }

    /** What the organisation subscribes to, and who subscribes to what it publishes. @param publishId to that one; null: to any */
    public Page<Subscription> subscriptions(UUID publishId, int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        if (publishId != null) {
            query.put("publishId", publishId);
        }
        return page(SUBSCRIPTIONS, query, page, pageSize, Subscription.class);
    }

    public Subscription subscription(UUID orderId) {
        return transport.call(Family.PLATFORM, "GET", SUBSCRIPTIONS + "/" + orderId, null, Subscription.class);
    }

    private <T> Page<T> page(String path, Map<String, Object> query, int page, int pageSize, Class<T> element) {
        query.put("page", page);
        query.put("pageSize", pageSize);
        return transport.call(Family.PLATFORM, "GET", path, query, null, Types.pageOf(element));
    }

    private static String at(UUID publishId, String part) {
        return PUBLICATIONS + "/" + publishId + part;
    }
}
