package org.computility.settlement.bills;

import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code bill}, to be read. */
interface KeptBills {

    String KEPT = """
            select b.id, b.order_id, b.period, o.currency, b.closed_at,
                round(coalesce((select sum(c.amount) from charge c where c.order_id = b.order_id and c.billed_in = b.period), 0), 2),
                round(coalesce((select sum(c.amount) from charge c
                    where c.order_id = b.order_id and c.billed_in = b.period and c.transfer_id is not null), 0), 2)
            from bill b join service_order o on o.id = b.order_id
            """;

    String SEEN = """
            where (:all or o.payer_id = :organisation or o.payee_id = :organisation) and (:anyOrder or b.order_id = :order)
            """;

    StatelessSession session();

    @SQL(KEPT + "where b.id = :id")
    List<KeptBill> find(UUID id);

    /** The latest first. */
    @SQL(KEPT + SEEN + "order by b.period desc, b.id limit :size offset :offset")
    List<KeptBill> page(boolean all, UUID organisation, boolean anyOrder, UUID order, int size, long offset);

    @SQL("select count(*) from bill b join service_order o on o.id = b.order_id " + SEEN)
    long total(boolean all, UUID organisation, boolean anyOrder, UUID order);

    /** The usage that a bill counts, in the order of its times: what is rated, and what would be if it were rated now. */
    @SQL("""
            select event_id, at, received_at, calls, tokens, quantity, to_char(day, 'YYYY-MM'), price_id, true
            from usage_record where order_id = :order and billed_in = :period
            union all
            select u.event_id, u.at, u.received_at, u.calls, u.tokens, n.quantity, n.period, n.price_id, false
            from usage_unrated n join usage_record u on u.event_id = n.event_id
            where n.order_id = :order and n.billed_in = :period
            order by 2, 1 limit :size offset :offset
            """)
    List<BilledEventView> events(UUID order, String period, int size, long offset);

    @SQL("""
            select (select count(*) from usage_record where order_id = :order and billed_in = :period)
                + (select count(*) from usage_unrated where order_id = :order and billed_in = :period)
            """)
    long totalEvents(UUID order, String period);
}
