package org.computility.settlement.daily;

import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** Rows of {@code service_order} that the job takes. All orders of a payer, or of a payee, are in one of four parts. */
interface OrdersAtWork {

    StatelessSession session();

    /** The next orders of a range behind an ID that have something to rate, to close or to pay, parted by payer. */
    @SQL("""
            select o.id, abs(mod(hashtext(cast(o.payer_id as text)), 4)) from service_order o
            where o.id > :after and o.id between :first and :last and (
                exists (select from usage_record u where u.order_id = o.id and u.billed_in is null)
                or exists (select from charge c where c.order_id = o.id and c.transfer_id is null)
                or exists (
                    select from bill b where b.order_id = o.id and b.closed_at is null and b.period < :firstOpen))
            order by o.id limit :most
            """)
    List<OrderAtWork> toSettle(UUID after, UUID first, UUID last, String firstOpen, int most);

    /** The next orders of a range behind an ID that have earned more than was paid out, parted by payee. */
    @SQL("""
            select o.id, abs(mod(hashtext(cast(o.payee_id as text)), 4))
            from order_earnings e join service_order o on o.id = e.order_id
            where e.order_id > :after and e.order_id between :first and :last and e.earned > e.paid_out and o.credit_info is not null
            order by e.order_id limit :most
            """)
    List<OrderAtWork> toPayOut(UUID after, UUID first, UUID last, int most);

    /** Adds to what a part of a run has done. */
    @SQL("""
            insert into settle_tally (run_id, part, orders, charges, payouts, skipped)
            values (:run, :part, :orders, :charges, :payouts, :skipped)
            on conflict (run_id, part) do update set orders = settle_tally.orders + excluded.orders,
                charges = settle_tally.charges + excluded.charges, payouts = settle_tally.payouts + excluded.payouts,
                skipped = settle_tally.skipped + excluded.skipped
            """)
    int add(long run, int part, long orders, long charges, long payouts, long skipped);

    @SQL("""
            select cast(coalesce(sum(orders), 0) as bigint), cast(coalesce(sum(charges), 0) as bigint),
                cast(coalesce(sum(payouts), 0) as bigint), cast(coalesce(sum(skipped), 0) as bigint)
            from settle_tally where run_id = :run
            """)
    SettleTally tally(long run);
}
