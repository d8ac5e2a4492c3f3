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

    /** The usage that a bill was rated from, in the order of its times. */
    @SQL("""
            select event_id, at, received_at, calls, tokens, quantity, to_char(day, 'YYYY-MM'), price_id
            from usage_record where order_id = :order and billed_in = :period
            order by at, event_id limit :size offset :offset
            """)
    List<BilledEventView> events(UUID order, String period, int size, long offset);

    @SQL("select count(*) from usage_record where order_id = :order and billed_in = :period")
    long totalEvents(UUID order, String period);
}
