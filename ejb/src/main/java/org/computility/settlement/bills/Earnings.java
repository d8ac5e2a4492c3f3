package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code payout}, and what there is to pay out. What an administrator has reversed in the ledger does not count. */
interface Earnings {

    StatelessSession session();

    @SQL("""
            select o.id, o.payee_id, o.currency, o.credit_info,
                (select coalesce(sum(e.amount), 0) from charge c
                    join ledger_entry e on e.transfer_id = c.transfer_id
                    join ledger_account a on a.id = e.account_id and a.kind = 'PAYABLE'
                    where c.order_id = o.id and not exists (select from ledger_transfer r where r.reverses = c.transfer_id)),
                (select coalesce(sum(p.amount), 0) from payout p
                    where p.order_id = o.id and not exists (select from ledger_transfer r where r.reverses = p.transfer_id)),
                (select count(*) from payout p where p.order_id = o.id)
            from service_order o where o.id = any(:orders) order by o.id
            """)
    List<Earned> of(UUID[] orders);

    /** A payout. */
    record Made(BigDecimal amount, UUID transfer, Instant at) {}

    /** The last one, or none. */
    @SQL("select amount, transfer_id, made_at from payout where order_id = :order order by number desc limit 1")
    List<Made> last(UUID order);

    @SQL("""
            insert into payout (id, order_id, number, amount, credit_info, made_by, made_at, transfer_id)
            values (:transfer, :order, :number, :amount, :creditInfo, :by, :now, :transfer)
            """)
    int add(UUID order, long number, BigDecimal amount, String creditInfo, String by, Instant now, UUID transfer);

    /** Where the order's payee wants its money from now on. */
    @SQL("update service_order set credit_info = :creditInfo where id = :order")
    int remember(UUID order, String creditInfo);
}
