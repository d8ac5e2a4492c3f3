package org.computility.trading.subscription;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.query.SelectionQuery;

/** The rows of {@code service_subscription}. */
interface Subscriptions {

    String SEEN = """
            where (:scope is null or organisationId = :scope or publisherOrganisationId = :scope)
              and (:publishId is null or publishId = :publishId)
            """;

    StatelessSession session();

    @Find
    Optional<Subscription> find(UUID orderId);

    @HQL(SEEN + "order by startsAt desc, orderId")
    SelectionQuery<Subscription> seen(UUID scope, UUID publishId);

    @HQL("select count(*) from Subscription " + SEEN)
    long total(UUID scope, UUID publishId);

    /** Their publications. */
    @HQL("from Publication where publishId in :publishIds")
    List<Publication> publications(List<UUID> publishIds);
}
