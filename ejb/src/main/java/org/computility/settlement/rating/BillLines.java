package org.computility.settlement.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code bill_line}, and what usage adds to them. */
interface BillLines {

    /** Of the orders that are {@code asked}: what stands in {@link #unfinished}, and what usage that is not rated would add. */
    String AS_IF_RATED = """
            select l.order_id, l.billed_in, l.kind, l.period, l.price_id, l.quantity, l.events, l.amount, b.closed_at is not null
            from bill_line l join bill b on b.order_id = l.order_id and b.period = l.billed_in
            where l.order_id = any(array(select id from asked)) and (l.order_id, l.period) in (
                select o.order_id, o.period
                from bill_line o join bill ob on ob.order_id = o.order_id and ob.period = o.billed_in
                where o.order_id = any(array(select id from asked)) and ob.closed_at is null
                union
                select order_id, period from usage_unrated where order_id = any(array(select id from asked)))
            union all
            select order_id, billed_in, 'USAGE', period, price_id, cast(sum(quantity) as bigint), count(*), cast(0 as numeric), false
            from usage_unrated where order_id = any(array(select id from asked)) group by order_id, billed_in, period, price_id
            """;

    StatelessSession session();

    /** All lines of each month of which an open bill has a line, or usage that is not rated. */
    @SQL("""
            select l.order_id, l.billed_in, l.kind, l.period, l.price_id, l.quantity, l.events, l.amount, b.closed_at is not null
            from bill_line l join bill b on b.order_id = l.order_id and b.period = l.billed_in
            where l.order_id = any(:orders) and (l.order_id, l.period) in (
                select o.order_id, o.period
                from bill_line o join bill ob on ob.order_id = o.order_id and ob.period = o.billed_in
                where o.order_id = any(:orders) and ob.closed_at is null
                union
                select order_id, period from usage_unrated where order_id = any(:orders))
            """)
    List<BillLine> unfinished(UUID[] orders);

    /** All lines of a bill. */
    @SQL("""
            select l.order_id, l.billed_in, l.kind, l.period, l.price_id, l.quantity, l.events, l.amount, b.closed_at is not null
            from bill_line l join bill b on b.order_id = l.order_id and b.period = l.billed_in
            where l.order_id = :order and l.billed_in = :period
            """)
    List<BillLine> of(UUID order, String period);

    /** What an order has in its bills, and what it has used since, at one moment; what is not rated, beside the line it adds to. */
    @SQL("with asked as (select cast(:order as uuid) as id) " + AS_IF_RATED)
    List<BillLine> asIfRated(UUID order);

    /**
     * The same for all orders of an organisation that have usage that is not rated; and in lines of the kind {@code OWED}, what it
     * has been charged for and not paid, less what those orders' open bills have been charged for.
     */
    @SQL("""
            with asked as (
                select o.id from service_order o where o.payer_id = :payer and o.currency = :currency
                    and exists (select from usage_record u where u.order_id = o.id and u.billed_in is null))
            """ + AS_IF_RATED + """
            union all
            select cast(null as uuid), '', 'OWED', '', cast(null as uuid), 0, 0, coalesce(sum(amount), 0), false
            from charge where payer_id = :payer and currency = :currency and transfer_id is null
            union all
            select cast(null as uuid), '', 'OWED', '', cast(null as uuid), 0, 0, -coalesce(sum(c.amount), 0), false
            from charge c join bill b on b.order_id = c.order_id and b.period = c.billed_in
            where c.order_id = any(array(select id from asked)) and b.closed_at is null
            union all
            select cast(null as uuid), '', 'OWED', '', cast(null as uuid), 0, 0, -coalesce(sum(balance), 0), false
            from ledger_account where id = :account
            """)
    List<BillLine> owed(UUID payer, String currency, UUID account);

    /** Rates what is not rated: each event finds its line; the lines cost nothing more yet. Says how many lines that made or changed. */
    @SQL("""
            with rated as (
                update usage_record u set billed_in = n.billed_in, price_id = n.price_id, quantity = n.quantity
                from usage_unrated n
                where n.order_id = any(:orders) and u.event_id = n.event_id and u.billed_in is null
                returning u.order_id, u.billed_in, n.period, u.price_id, u.quantity),
            added as (
                select order_id, billed_in, period, price_id, sum(quantity) as quantity, count(*) as events
                from rated group by order_id, billed_in, period, price_id),
            opened as (
                insert into bill (order_id, period, opened_at)
                select distinct order_id, billed_in, cast(:now as timestamptz) from added on conflict do nothing),
            lined as (
                insert into bill_line (order_id, billed_in, kind, period, price_id, quantity, events, amount)
                select order_id, billed_in, 'USAGE', period, price_id, quantity, events, 0 from added
                on conflict (order_id, billed_in, kind, period, price_id) do update
                set quantity = bill_line.quantity + excluded.quantity, events = bill_line.events + excluded.events
                returning 1)
            select count(*) from lined
            """)
    long rate(UUID[] orders, Instant now);

    /** Takes over what they cost. */
    default void cost(Collection<BillLine> lines) {
        cost(
                Columns.of(lines, BillLine::orderId, UUID[]::new),
                Columns.of(lines, BillLine::billedIn, String[]::new),
                Columns.of(lines, BillLine::period, String[]::new),
                Columns.of(lines, BillLine::priceId, UUID[]::new),
                Columns.of(lines, BillLine::amount, BigDecimal[]::new));
    }

    @SQL("""
            insert into bill_line (order_id, billed_in, kind, period, price_id, quantity, events, amount)
            select order_id, billed_in, 'USAGE', period, price_id, 0, 0, amount
            from unnest(:orders, :bills, :periods, :prices, :amounts) l (order_id, billed_in, period, price_id, amount)
            on conflict (order_id, billed_in, kind, period, price_id) do update set amount = excluded.amount
            """)
    int cost(UUID[] orders, String[] bills, String[] periods, UUID[] prices, BigDecimal[] amounts);

    /** Opens the bill of a term with the term on it. */
    @SQL("""
            with opened as (insert into bill (order_id, period, opened_at) values (:order, :period, :now)),
            lined as (
            insert into bill_line (order_id, billed_in, kind, period, price_id, quantity, events, amount)
            values (:order, :period, 'TERM', :period, :price, :days, 0, :amount) returning 1)
            select count(*) from lined
            """)
    long open(UUID order, String period, UUID price, long days, BigDecimal amount, Instant now);
}
