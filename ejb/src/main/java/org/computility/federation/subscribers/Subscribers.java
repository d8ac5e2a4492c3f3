package org.computility.federation.subscribers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code report_subscriber}. */
interface Subscribers {

    StatelessSession session();

    @Find
    Optional<Subscriber> find(String name);

    @HQL("order by name")
    List<Subscriber> all();

    /** Locked until the transaction ends. */
    @SQL("select * from report_subscriber where name = :name for no key update")
    Optional<Subscriber> lock(String name);

    /** Whoever sets or removes a subscriber next waits until the transaction ends. */
    @SQL("select cast(pg_advisory_xact_lock(hashtext('report_subscriber')) as text)")
    String lock();

    /** Some that are due and that nobody tells now, the longest due first, locked until the transaction ends. */
    @SQL("""
            select * from report_subscriber
            where next_try_at <= :now and (claimed_until is null or claimed_until <= :now)
            order by next_try_at limit :most for no key update skip locked
            """)
    List<Subscriber> due(Instant now, int most);

    @SQL("delete from report_subscriber where name = :name")
    int delete(String name);
}
