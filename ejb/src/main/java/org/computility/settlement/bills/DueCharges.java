package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code charge}, on their way to be paid. */
interface DueCharges {

    StatelessSession session();

    /** What comes back first, then the oldest first. */
    @SQL("""
            select c.id, c.order_id, c.billed_in, c.number, c.payer_id, o.payee_id, c.currency, c.amount
            from charge c join service_order o on o.id = c.order_id
            where c.order_id = any(:orders) and c.transfer_id is null
            order by c.amount > 0, c.made_at, c.order_id, c.billed_in, c.number
            """)
    List<DueCharge> of(UUID[] orders);

    /** The transfers of these IDs have paid them. */
    @SQL("update charge set transfer_id = id where id = any(:ids) and transfer_id is null")
    int paid(UUID[] ids);

    /** What an order has been charged for, and what of it is paid. */
    record Sums(BigDecimal charged, BigDecimal paid) {}

    @SQL("""
            select coalesce(sum(amount), 0), coalesce(sum(amount) filter (where transfer_id is not null), 0)
            from charge where order_id = :order
            """)
    Sums sums(UUID order);

    /** The transfer that paid last. */
    @SQL("""
            select c.transfer_id from charge c join ledger_transfer t on t.id = c.transfer_id
            where c.order_id = :order order by t.at desc, c.billed_in desc, c.number desc limit 1
            """)
    List<UUID> lastPaid(UUID order);
}
