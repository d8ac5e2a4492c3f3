package org.computility.trading.subscription;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.SelectionQuery;

/** The rows of {@code service_publication}. */
interface Publications {

    String SEEN = """
            where (:scope is null or organisationId = :scope or withdrawnAt is null)
              and (:kind is null or cast(kind as String) = :kind)
              and (:resourceId is null or resourceId = :resourceId)
              and (:owner is null or organisationId = :owner)
            """;

    StatelessSession session();

    @Find
    Optional<Publication> find(UUID publishId);

    /** One publication, locked until the transaction ends. */
    @SQL("select * from service_publication where publish_id = :publishId for no key update")
    Optional<Publication> lock(UUID publishId);

    /** Those in the market of this model or application, the earliest first. */
    @HQL("where kind = :kind and resourceId = :resourceId and withdrawnAt is null order by publishedAt, publishId")
    List<Publication> ofResource(ServiceKind kind, String resourceId);

    /** Until the transaction ends nobody else publishes this model or application. */
    @SQL("select cast(pg_advisory_xact_lock(hashtextextended(:resource, 0)) as text)")
    String hold(String resource);

    @HQL(SEEN + "order by publishedAt desc, publishId")
    SelectionQuery<Publication> seen(UUID scope, String kind, String resourceId, UUID owner);

    @HQL("select count(*) from Publication " + SEEN)
    long total(UUID scope, String kind, String resourceId, UUID owner);
}
