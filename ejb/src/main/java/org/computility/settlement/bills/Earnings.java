package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code payout}, and what there is to pay out, as {@code order_earnings} keeps it. What an administrator has reversed in the ledger does not count. */
interface Earnings {

    StatelessSession session();

    @SQL("""
            select o.id, o.payee_id, o.currency, o.credit_info,
                coalesce(e.earned, 0), coalesce(e.paid_out, 0), coalesce(e.payouts, 0)
            from service_order o left join order_earnings e on e.order_id = o.id
            where o.id = any(:orders) order by o.id
            """)
    List<Earned> of(UUID[] orders);

    /** A payout. */
    record Made(BigDecimal amount, UUID transfer, Instant at) {}

    /** The last one, or none. */
    @SQL("select amount, transfer_id, made_at from payout where order_id = :order order by number desc limit 1")
    List<Made> last(UUID order);

    /** A payout, and whose it is. */
    record Listed(
            UUID transfer,
            UUID order,
            int number,
            UUID payee,
            BigDecimal amount,
            String currency,
            String reference,
            String creditInfo,
            String madeBy,
            Instant madeAt,
            boolean reversed) {

        MadePayoutView view() {
            return new MadePayoutView(
                    transfer,
                    order,
                    number,
                    AccountKey.payable(payee).id(currency),
                    payee,
                    Money.rounded(amount, currency).amount(),
                    currency,
                    reference,
                    creditInfo,
                    madeBy,
                    madeAt,
                    reversed);
        }
    }

    String SEEN = " where :all or o.payee_id = :organisation ";

    /** What an organisation, or everybody, was paid; the latest first. */
    @SQL("""
            select p.transfer_id, p.order_id, p.number, o.payee_id, p.amount, o.currency, t.subject, p.credit_info, p.made_by, p.made_at,
                exists (select from ledger_transfer r where r.reverses = p.transfer_id)
            from payout p join service_order o on o.id = p.order_id join ledger_transfer t on t.id = p.transfer_id
            """ + SEEN + "order by p.made_at desc, p.id limit :size offset :offset")
    List<Listed> page(boolean all, UUID organisation, int size, long offset);

    @SQL("select count(*) from payout p join service_order o on o.id = p.order_id" + SEEN)
    long total(boolean all, UUID organisation);

    @SQL("""
            insert into payout (id, order_id, number, amount, credit_info, made_by, made_at, transfer_id)
            values (:transfer, :order, :number, :amount, :creditInfo, :by, :now, :transfer)
            """)
    int add(UUID order, long number, BigDecimal amount, String creditInfo, String by, Instant now, UUID transfer);

    /** Where the order's payee wants its money from now on. */
    @SQL("update service_order set credit_info = :creditInfo where id = :order")
    int remember(UUID order, String creditInfo);
}
