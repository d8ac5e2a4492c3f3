package org.computility.trading.subscription.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code service_description}. */
interface ServiceDescriptions {

    StatelessSession session();

    /** A publication in the market, with what is said of it. */
    record Described(
            UUID publishId,
            String publisher,
            String resourceId,
            String title,
            String description,
            String[] categories,
            String[] keyWords,
            String billingType,
            String unit,
            BigDecimal price,
            Instant publishedAt) {}

    String IN_MARKET = """
            from service_publication p join service_description d on d.publish_id = p.publish_id
            where p.withdrawn_at is null and p.kind = :kind
            """;

    String DESCRIBED = """
            select p.publish_id, p.publisher, p.resource_id, d.title, d.description, d.categories, d.key_words, p.billing_type,
                p.unit, p.price, p.published_at
            """ + IN_MARKET;

    String LATEST = " order by p.published_at desc, p.publish_id limit :limit offset :offset";

    /** All of the terms; and the patterns match what is said of it. */
    String HAVING = """
             and d.terms @> cast(:terms as text[]) and (cardinality(cast(:patterns as text[])) = 0
                or lower(normalize(concat_ws(' ', p.resource_id, d.title, array_to_string(d.key_words, ' '), d.description), NFKC))
                    ~ all(cast(:patterns as text[])))
            """;

    @SQL(DESCRIBED + LATEST)
    List<Described> latest(String kind, int limit, long offset);

    @SQL("select count(*) from service_publication where withdrawn_at is null and kind = :kind")
    long total(String kind);

    /** Descriptions with all of the terms, which the patterns match. */
    @SQL(DESCRIBED + HAVING + LATEST)
    List<Described> having(String kind, String[] terms, String[] patterns, int limit, long offset);

    @SQL("select count(*) " + IN_MARKET + HAVING)
    long totalHaving(String kind, String[] terms, String[] patterns);
}
