package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code payout}, and what there is to pay out. What an administrator has reversed in the ledger does not count. */
interface Earnings {

    StatelessSession session();

    /** What the charges of an order have brought to its payee's account. */
    @SQL("""
            select coalesce(sum(e.amount), 0) from charge c
            join ledger_entry e on e.transfer_id = c.transfer_id and e.account_id = :account
            where c.order_id = :order
                and not exists (select from ledger_transfer r where r.reverses = c.transfer_id)
            """)
    BigDecimal earned(UUID order, UUID account);

    @SQL("""
            select coalesce(sum(p.amount), 0) from payout p
            where p.order_id = :order
                and not exists (select from ledger_transfer r where r.reverses = p.transfer_id)
            """)
    BigDecimal paidOut(UUID order);

    /** A payout. */
    record Made(int number, BigDecimal amount, UUID transfer, Instant at) {}

    /** The last first, at most one. */
    @SQL("select number, amount, transfer_id, made_at from payout where order_id = :order order by number desc limit 1")
    List<Made> last(UUID order);

    @SQL("""
            insert into payout (id, order_id, number, amount, credit_info, made_by, made_at, transfer_id)
            values (:transfer, :order, :number, :amount, :creditInfo, :by, :now, :transfer)
            """)
    int add(UUID order, int number, BigDecimal amount, String creditInfo, String by, Instant now, UUID transfer);

    /** Where the order's payee wants its money from now on. */
    @SQL("update service_order set credit_info = :creditInfo where id = :order")
    int remember(UUID order, String creditInfo);

    @SQL("select credit_info from service_order where id = :order and credit_info is not null")
    Optional<String> creditInfo(UUID order);
}
