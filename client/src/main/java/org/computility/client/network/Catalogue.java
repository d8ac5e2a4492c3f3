package org.computility.client.network;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.network.Calls.Kind;

/** Data, models and applications by key word and category (T/AI 123.8, clause 7.1; {@code docs/network.md}). */
public final class Catalogue {

    private static final String MARKET = "/platform/v1/market/";

    private final Calls calls;

    public Catalogue(Calls calls) {
        this.calls = calls;
    }

    /**
     * What is looked for.
     *
     * @param words that all occur in what is said of it; null: whatever that is
     * @param category null: any
     * @param page from 1
     */
    public record Search(String words, String category, int page, int pageSize) {

        /** Whatever there is. */
        public static final Search ANY = new Search(null, null, 1, 20);
    }

    /**
     * A data resource in the market, whichever its type. Controlled data has one {@code registrationID} for all, and no members of table A.2; other
     * data has no {@code protocol}, {@code isOpen} and {@code source}.
     */
    public record DataOffer(
            String registrationID,
            String dataID,
            String owner,
            String type,
            List<String> categories,
            List<String> keyWords,
            String description,
            boolean subscribable,
            BigDecimal price,
            String currency,
            Instant publishedAt,
            String dataFormat,
            BigDecimal dataSize,
            Instant collectionTime,
            String country,
            String providerUrl,
            String ownershipConfirm,
            boolean controlled,
            String protocol,
            Integer isOpen,
            String source) {}

    /** A page of them. */
    public record Resources(List<DataOffer> items, int page, int pageSize, long total) {}

    /** A model or an application that is subscribed to; {@code publishId} leads to its terms. */
    public record Service(
            UUID publishId,
            String publisher,
            String resourceId,
            String title,
            String description,
            List<String> categories,
            List<String> keyWords,
            String billingType,
            String unit,
            BigDecimal price,
            Instant publishedAt) {}

    /** A page of them. */
    public record Services(List<Service> items, int page, int pageSize, long total) {}

    /** Data resources of a type as table A.2 of T/AI 123.12 has it; null: data sets. */
    public Resources resources(String type, Search search) {
        Map<String, Object> query = query(search);
        if (type != null) {
            query.put("type", type);
        }
        return calls.call(Kind.OWN, "GET", MARKET + "resources", query, null, Resources.class);
    }

    /** Models. */
    public Services models(Search search) {
        return calls.call(Kind.OWN, "GET", MARKET + "models", query(search), null, Services.class);
    }

    /** Applications. */
    public Services applications(Search search) {
        return calls.call(Kind.OWN, "GET", MARKET + "applications", query(search), null, Services.class);
    }

    private static Map<String, Object> query(Search search) {
        Map<String, Object> query = new LinkedHashMap<>();
        if (search.words() != null) {
            query.put("query", search.words());
        }
        if (search.category() != null) {
            query.put("category", search.category());
        }
        query.put("page", search.page());
        query.put("pageSize", search.pageSize());
        return query;
    }
}
