package org.computility.benchmarks.market;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.computility.benchmarks.load.PlatformDatabase;

/**
 * Usage of this month that nobody has rated: orders of eight payers with eight payees, each order with a price list of its own, as
 * the market opens them, and with the same number of records. Three units of a month are free, the next 97 cost 0.375, each later one 0.11.
 */
final class UsageSet {

    private static final String MONTH_BEGAN =
            "(date_trunc('month', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')";

    private final PlatformDatabase books;
    private final String name = "benchmark " + UUID.randomUUID();
    private final int records;

    private UsageSet(PlatformDatabase books, int records) {
        this.books = books;
        this.records = records;
    }

    /** Puts it into the tables, and has the database look at them. */
    static UsageSet fresh(PlatformDatabase books, List<UUID> payers, List<UUID> payees, int orders, int each)
            throws SQLException {
        UsageSet set = new UsageSet(books, orders * each);
        books.run("""
                insert into price_version (id, list, currency, billing, unit, tier_ends, tier_prices, free_quota, valid_from)
                select gen_random_uuid(), ? || n, 'CNY', 'METERED', 'CALL', '{97}', '{0.375,0.11}', 3, now() - interval '90 days'
                from generate_series(0, ? - 1) n
                """, set.name, orders);
        books.run(
                """
                insert into service_order (id, payer_id, payee_id, subject_kind, subject_id, currency, price_list, billing, unit,
                    starts_at, open_period, fingerprint, opened_at)
                select gen_random_uuid(), (cast(? as uuid[]))[1 + n %% %1$d], (cast(? as uuid[]))[1 + n / %1$d %% %2$d],
                    'MODEL', ?, 'CNY', ? || n, 'METERED', 'CALL', now() - interval '60 days', '2000-01', '\\x00', now()
                from generate_series(0, ? - 1) n
                """.formatted(payers.size(), payees.size()), array(payers), array(payees), set.name, set.name, orders);
        books.run("""
                insert into usage_record (event_id, order_id, at, calls, tokens, received_at, day, not_before)
                select gen_random_uuid(), o.id, t.at, 1 + n % 5, 0, t.at, cast(t.at at time zone 'Asia/Shanghai' as date),
                    to_char(t.at at time zone 'Asia/Shanghai', 'YYYY-MM')
                from service_order o, generate_series(1, ?) n,
                    lateral (select began + n * (now() - began) / (? + 1) as at from (select {began} as began) m) t
                where o.subject_id = ?
                """.replace("{began}", MONTH_BEGAN), each, each, set.name);
        books.run(
                "analyze price_version, service_order, usage_record, bill, bill_line, charge, ledger_account, ledger_transfer, ledger_entry");
        return set;
    }

    String name() {
        return name;
    }

    int records() {
        return records;
    }

    /** All of it is rated and paid, to the cent. */
    void check() throws SQLException {
        require(
                "0",
                "select count(*) from usage_record u join service_order o on o.id = u.order_id"
                        + " where o.subject_id = '" + name + "' and u.billed_in is null");
        BigDecimal cost = books.number("""
                select coalesce(sum(round(least(greatest(units - 3, 0), 97) * 0.375 + greatest(units - 100, 0) * 0.11, 2)), 0)
                from (select u.order_id, sum(u.calls) as units from usage_record u join service_order o on o.id = u.order_id
                    where o.subject_id = '%s' group by u.order_id) m
                """.formatted(name));
        require(
                cost.toPlainString(),
                "select coalesce(sum(-e.amount), 0) from charge c"
                        + " join service_order o on o.id = c.order_id join ledger_entry e on e.transfer_id = c.transfer_id"
                        + " join ledger_account a on a.id = e.account_id and a.kind = 'PREPAID' where o.subject_id = '"
                        + name + "'");
    }

    private void require(String expected, String query) throws SQLException {
        BigDecimal found = books.number(query);
        if (found.compareTo(new BigDecimal(expected)) != 0) {
            throw new IllegalStateException("expected " + expected + ", found " + found + ": " + query);
        }
    }

    private static String array(List<UUID> ids) {
        return ids.toString().replace('[', '{').replace(']', '}').replace(" ", "");
    }
}
