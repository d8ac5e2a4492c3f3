package org.computility.settlement.prices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code price_version}. */
interface PriceVersions {

    StatelessSession session();

    /** The earliest first. */
    @HQL("where list = :list order by validFrom")
    List<PriceVersion> of(String list);

    @HQL("where list = :list and validTo is null")
    Optional<PriceVersion> last(String list);

    @HQL("where list = :list and validFrom <= :at and (validTo is null or validTo > :at)")
    Optional<PriceVersion> at(String list, Instant at);

    @SQL("""
            select * from price_version
            where list = any(cast(:lists as text[])) and valid_from <= :at and (valid_to is null or valid_to > :at)
            """)
    List<PriceVersion> ofAll(String[] lists, Instant at);

    @SQL("select * from price_version where id = any(:ids) order by valid_from")
    List<PriceVersion> find(UUID[] ids);

    /** One changes a list at a time: it stays locked until the transaction ends. */
    @SQL("select 1 from pg_advisory_xact_lock(hashtextextended(:list, 0))")
    int lock(String list);
}
