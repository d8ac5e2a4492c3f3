package org.computility.trading.subscription.calls;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code delivery_call} and {@code delivery_meter}. */
interface DeliveryCalls {

    StatelessSession session();

    @Find
    Optional<DeliveryCall> find(UUID callId);

    /** A meter where there is none yet. */
    @SQL("insert into delivery_meter (order_id, calls, tokens) values (:orderId, 0, 0) on conflict do nothing")
    int open(UUID orderId);

    /** The meter of an order, locked until the transaction ends. */
    @SQL("select * from delivery_meter where order_id = :orderId for no key update")
    DeliveryMeter lock(UUID orderId);

    /** Calls of the order that somebody still waits for. */
    @HQL("select count(*) from DeliveryCall where orderId = :orderId and outcome = 'RUNNING' and waitsUntil > :now")
    long running(UUID orderId, Instant now);

    /** Calls of an organisation begin one after the other: until the transaction ends, no other begins. */
    @SQL("select cast(pg_advisory_xact_lock(hashtextextended(cast(:payer as text), 1)) as text)")
    String lockPayer(UUID payer);

    /** What all calls of the organisation that somebody still waits for may cost. */
    @HQL("select coalesce(sum(held), 0) from DeliveryCall where payer = :payer and currency = :currency "
            + "and outcome = 'RUNNING' and waitsUntil > :now")
    BigDecimal held(UUID payer, String currency, Instant now);
}
