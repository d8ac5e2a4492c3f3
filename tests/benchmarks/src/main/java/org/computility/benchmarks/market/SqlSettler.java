package org.computility.benchmarks.market;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.computility.benchmarks.load.PlatformDatabase;

/**
 * One statement in the database, for all usage of a set; and a second one that says which charges are paid, since no
 * statement changes a row that it has added. It does for these sets only what the job does for any: one month, one price.
 */
final class SqlSettler implements Settler {

    private static final String SETTLE = """
            with priced as (
                select o.id as order_id, o.payer_id, o.payee_id, o.currency, p.id as price_id, p.free_quota, p.tier_ends, p.tier_prices
                from service_order o join price_version p on p.list = o.price_list
                where o.subject_id = ?),
            rated as (
                update usage_record u set billed_in = u.not_before, price_id = p.price_id, quantity = u.calls
                from priced p where u.order_id = p.order_id and u.billed_in is null
                returning u.order_id, u.billed_in, u.quantity),
            lines as (
                select order_id, billed_in, sum(quantity) as quantity, count(*) as events from rated group by order_id, billed_in),
            costed as (
                select gen_random_uuid() as id, l.*, p.payer_id, p.payee_id, p.currency, p.price_id, round((
                    select sum(t.price * greatest(0, least(l.quantity - p.free_quota, coalesce(p.tier_ends[cast(t.tier as int)], 1e30))
                        - coalesce(p.tier_ends[cast(t.tier - 1 as int)], 0)))
                    from unnest(p.tier_prices) with ordinality t (price, tier)), 2) as amount
                from lines l join priced p on p.order_id = l.order_id),
            billed as (
                insert into bill (order_id, period, opened_at) select order_id, billed_in, now() from costed on conflict do nothing),
            lined as (
                insert into bill_line (order_id, billed_in, kind, period, price_id, quantity, events, amount)
                select order_id, billed_in, 'USAGE', billed_in, price_id, quantity, events, amount from costed),
            charged as (
                insert into charge (id, order_id, billed_in, number, payer_id, currency, amount, made_at)
                select id, order_id, billed_in, 1, payer_id, currency, amount, now() from costed),
            moved as (
                insert into ledger_transfer (id, kind, subject, currency, entries, fingerprint, at)
                select id, 'USAGE', 'order ' || order_id || ', bill of ' || billed_in || ', charge 1', currency, 3,
                    sha256(convert_to(id || ' ' || amount, 'UTF8')), now()
                from costed),
            moves as (
                select c.id, a.id as account_id, a.balance, a.version, m.amount
                from costed c cross join lateral (select round(c.amount * ? / 100, 2) as amount) fee
                cross join lateral (values
                    (c.payer_id, 'PREPAID', -c.amount), (c.payee_id, 'PAYABLE', c.amount - fee.amount),
                    ('00000000-0000-0000-0000-000000000000', 'FEE', fee.amount)) m (owner, kind, amount)
                join ledger_account a on coalesce(a.organisation_id, '00000000-0000-0000-0000-000000000000') = m.owner
                    and a.kind = m.kind and a.currency = c.currency),
            entered as (
                insert into ledger_entry (account_id, account_version, transfer_id, amount, balance_after, at)
                select account_id, version + row_number() over w, id, amount, balance + sum(amount) over w, now()
                from moves window w as (partition by account_id order by id)
                returning account_id, account_version, balance_after)
            update ledger_account a set balance = n.balance_after, version = n.account_version, changed_at = now()
            from (
                select distinct on (account_id) account_id, account_version, balance_after
                from entered order by account_id, account_version desc) n
            where a.id = n.account_id
            """;

    private static final String PAID = """
            update charge set transfer_id = id
            where transfer_id is null and order_id in (select id from service_order where subject_id = ?)
            """;

    private final PlatformDatabase books;
    private final BigDecimal fee;

    SqlSettler(PlatformDatabase books, BigDecimal fee) {
        this.books = books;
        this.fee = fee;
    }

    @Override
    public String name() {
        return "one statement";
    }

    @Override
    public void settle(UsageSet set) throws SQLException {
        try (Connection connection = books.connect()) {
            connection.setAutoCommit(false);
            PlatformDatabase.run(connection, SETTLE, set.name(), fee);
            PlatformDatabase.run(connection, PAID, set.name());
            connection.commit();
        }
    }
}
