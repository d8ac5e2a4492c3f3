package org.computility.trading.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.trading.MarketConfig;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code market_entry}. */
interface MarketEntries {

    StatelessSession session();

    @Find
    Optional<MarketEntry> find(UUID id);

    /** Controlled data in the market. */
    @SQL("""
            select e.* from market_entry e join data_resource r on r.registration_id = e.id
            where r.controlled and r.data_id = :dataId
            """)
    Optional<MarketEntry> controlled(String dataId);

    /** Takes it out of the market; nothing where it is not in it. */
    @HQL("delete MarketEntry where id = :id")
    int leave(UUID id);

    /**
     * An entry that may fit.
     *
     * @param shared those of the asked terms that it has
     */
    record Candidate(
            UUID id,
            UUID accountId,
            String party,
            boolean subscribable,
            Instant publishedAt,
            String controlledDataId,
            String[] shared) {

        /** The numbers that others name it by, if it is a data resource. */
        ResourceNumber number(MarketConfig config) {
            return ResourceNumber.of(id, controlledDataId, config);
        }
    }

    /** What is read of a candidate: not its terms, which may be 200, but those that were asked for. */
    String CANDIDATE = """
            select id, account_id, party, subscribable, published_at, controlled_data_id,
                array(select t from unnest(terms) t where t = any(cast(:asked as text[])))
            """;

    /** Entries of other organisations that have one of the terms, in no order. */
    @SQL(CANDIDATE + """
            from market_entry where terms && cast(:terms as text[]) and organisation_id <> :organisation limit :most
            """)
    List<Candidate> sharing(String[] asked, String[] terms, UUID organisation, int most);

    /** Entries of other organisations that have all of the terms, in no order. */
    @SQL(CANDIDATE + """
            from market_entry where terms @> cast(:terms as text[]) and organisation_id <> :organisation limit :most
            """)
    List<Candidate> havingAll(String[] asked, String[] terms, UUID organisation, int most);

    /** Those that have one of the terms among the newest of that side and type. */
    @SQL(CANDIDATE + """
            from (
                select * from market_entry where side = :side and type_key = :typeKey
                order by published_at desc limit :looked) newest
            where terms && cast(:terms as text[]) and organisation_id <> :organisation
            """)
    List<Candidate> newest(String[] asked, String side, String typeKey, String[] terms, UUID organisation, int looked);

    /** A data resource in the market, with what its owner says of it; null is what its table does not have. */
    record Offered(
            UUID id,
            String party,
            String dataId,
            String dataType,
            String[] categories,
            String[] keyWords,
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
            String controlledDataId,
            String protocol,
            Integer open,
            String source) {}

    String OFFERED = """
            select e.id, e.party, r.data_id, coalesce(r.data_type, e.type_key), e.categories, e.key_words, r.description,
                e.subscribable, r.price, r.currency, e.published_at, r.data_format, r.data_size, r.collection_time, r.country,
                r.provider_url, r.ownership_confirm, e.controlled_data_id, r.protocol, r.is_open, r.source
            from market_entry e join data_resource r on r.registration_id = e.id
            where e.side = 'RESOURCE' and e.type_key = :typeKey
            """;

    String LATEST = " order by e.published_at desc, e.id limit :limit offset :offset";

    /** Data resources of that type, the latest first. */
    @SQL(OFFERED + LATEST)
    List<Offered> offered(String typeKey, int limit, long offset);

    @SQL("select count(*) from market_entry where side = 'RESOURCE' and type_key = :typeKey")
    long totalOffered(String typeKey);

    /** With all of the terms; and the patterns match what is said of it. */
    String WITH = """
             and e.terms @> cast(:terms as text[]) and (cardinality(cast(:patterns as text[])) = 0
                or exists (select from data_resource d where d.registration_id = e.id
                    and lower(normalize(concat_ws(' ', array_to_string(e.key_words, ' '), d.description), NFKC))
                        ~ all(cast(:patterns as text[]))))
            """;

    /** Those of them that have all of the terms and that the patterns match, the latest first. */
    @SQL(OFFERED + WITH + LATEST)
    List<Offered> offeredWith(String typeKey, String[] terms, String[] patterns, int limit, long offset);

    @SQL("""
            select count(*) from market_entry e
            where e.side = 'RESOURCE' and e.type_key = :typeKey
            """ + WITH)
    long totalOfferedWith(String typeKey, String[] terms, String[] patterns);

    /** In how many entries a term stands, as the database's statistics know. */
    record Frequency(String term, double entries) {}

    /** Terms that are too rare for the statistics, and all terms of a table that was never analysed, are missing. */
    @SQL("""
            select e.term, cast(e.share * greatest(c.reltuples, 0) as double precision)
            from pg_stats s
            join pg_class c on c.oid = cast('market_entry' as regclass)
            cross join lateral unnest(cast(cast(s.most_common_elems as text) as text[]), s.most_common_elem_freqs)
                as e (term, share)
            where s.schemaname = current_schema() and s.tablename = 'market_entry' and s.attname = 'terms'
              and e.term is not null
            """)
    List<Frequency> frequencies();

    /** How many entries there are, as the database's statistics know. */
    @SQL("select cast(greatest(reltuples, 0) as bigint) from pg_class where oid = cast('market_entry' as regclass)")
    long estimatedTotal();

    /** The other side is to be told of it. */
    @SQL("insert into market_news (entry_id) values (:id)")
    int isNew(UUID id);

    /**
     * Takes some that the other side was not told of, the oldest first; one server of a cluster gets each. They may have left the
     * market since.
     */
    @SQL("""
            with next as (select number from market_news order by number limit :most for update skip locked),
            taken as (delete from market_news where number in (select number from next) returning number, entry_id)
            select entry_id from taken order by number
            """)
    List<UUID> takeNew(int most);

    @SQL("select * from market_entry where id = any(:ids)")
    List<MarketEntry> of(UUID[] ids);
}
