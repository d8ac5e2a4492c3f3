package org.computility.settlement.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code charge} as rating makes them, and the bills that it closes. */
interface Charges {

    StatelessSession session();

    /** Charges what open bills have come to since the last time. */
    @SQL("""
            with come as (
                select l.order_id, l.billed_in, sum(l.amount) as amount
                from bill_line l join bill b on b.order_id = l.order_id and b.period = l.billed_in
                where l.order_id = any(:orders) and b.closed_at is null group by l.order_id, l.billed_in),
            made as (
                select order_id, billed_in, sum(amount) as amount, count(*) as charges
                from charge where order_id = any(:orders) group by order_id, billed_in),
            charged as (
            insert into charge (id, order_id, billed_in, number, payer_id, currency, amount, made_at)
            select gen_random_uuid(), c.order_id, c.billed_in, coalesce(m.charges, 0) + 1, o.payer_id, o.currency,
                c.amount - coalesce(m.amount, 0), cast(:now as timestamptz)
            from come c join service_order o on o.id = c.order_id
            left join made m on m.order_id = c.order_id and m.billed_in = c.billed_in
            where c.amount <> coalesce(m.amount, 0) returning 1)
            select count(*) from charged
            """)
    long charge(UUID[] orders, Instant now);

    /** How many events of an order are not rated; so many at the most. */
    @SQL("""
            select count(*) from (
                select from usage_record where order_id = :order and billed_in is null limit :most) found
            """)
    long unrated(UUID order, long most);

    @SQL("""
            select cast(coalesce(sum(quantity), 0) as bigint),
                cast(coalesce(sum(quantity) filter (where period = :period), 0) as bigint),
                exists (select from usage_record where order_id = :order and day = :day)
            from (
                select period, quantity from bill_line where order_id = :order and kind = 'USAGE'
                union all
                select period, quantity from usage_unrated where order_id = :order) used
            """)
    Used used(UUID order, String period, LocalDate day);

    /** Closes bills of earlier months. */
    @SQL("""
            with closed as (
                update bill set closed_at = :now
                where order_id = any(:orders) and closed_at is null and period < :before returning order_id),
            moved as (
            update service_order set open_period = :before
            where open_period < :before and id in (select order_id from closed) returning 1)
            select count(*) from moved
            """)
    long close(UUID[] orders, String before, Instant now);
}
