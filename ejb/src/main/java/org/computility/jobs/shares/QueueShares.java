package org.computility.jobs.shares;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code queue_share}. */
interface QueueShares {

    StatelessSession session();

    @HQL("order by organisationId")
    List<QueueShare> all();

    /** Locked until the transaction ends. */
    @SQL("select * from queue_share where organisation_id = :organisationId for no key update")
    Optional<QueueShare> lock(UUID organisationId);

    /** A row for whoever has none: it changes nothing. Of two servers that ask at once, one begins. */
    @SQL("""
            insert into queue_share (organisation_id, version, weight, changed_at)
            values (:organisationId, 0, 1, :now) on conflict do nothing
            """)
    int begin(UUID organisationId, Instant now);

    /** @param organisationId null: all */
    default Page<QueueShare> page(UUID organisationId, PageRequest page) {
        return new Search<>(session(), QueueShare.class)
                .equal(QueueShare_.organisationId, organisationId)
                .page(page, Map.of(), Order.asc(QueueShare_.organisationId));
    }
}
