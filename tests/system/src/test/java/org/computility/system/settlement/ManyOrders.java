package org.computility.system.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.server.Database;

/**
 * Orders with thousands of usage records, put into the tables directly: nobody opens an order over HTTP but the market. Each
 * unit up to the hundredth of a month costs 0.375, each later one 0.11; the first three are free.
 */
final class ManyOrders {

    private static final String LIST = "MODEL many orders ";

    private final Database database;
    private final String list = LIST + UUID.randomUUID();
    private final UUID payee;
    private final Instant end;

    ManyOrders(Database database, UUID payee) {
        this(database, payee, Instant.now());
    }

    private ManyOrders(Database database, UUID payee, Instant end) {
        this.database = database;
        this.payee = payee;
        this.end = end;
        run(
                "insert into price_version (id, list, currency, billing, unit, tier_ends, tier_prices, free_quota, valid_from)"
                        + " values (gen_random_uuid(), '" + list
                        + "', 'CNY', 'METERED', 'CALL', '{97}', '{0.375,0.11}', 3,"
                        + " now() - interval '90 days')");
    }

    /** Orders of another payee, whose usage falls into the same moments as of these. */
    ManyOrders alike(UUID payee) {
        return new ManyOrders(database, payee, end);
    }

    /** So many orders, with so much usage each over the last forty days. */
    void add(String payer, int orders, int records) {
        run(
                "insert into service_order (id, payer_id, payee_id, subject_kind, subject_id, currency, price_list, billing, unit,"
                        + " starts_at, open_period, fingerprint, opened_at, credit_info) select gen_random_uuid(), '"
                        + payer + "', '"
                        + payee + "', 'MODEL', 'many', 'CNY', '" + list
                        + "', 'METERED', 'CALL', now() - interval '60 days',"
                        + " '2000-01', '\\x00', now(), '{\"bank\":\"ICBC\"}' from generate_series(1, " + orders + ")");
        run("insert into usage_record (event_id, order_id, at, calls, tokens, received_at, day, not_before)"
                + " select gen_random_uuid(), o.id, t.at, 1 + n % 5, 0, t.at, cast(t.at at time zone 'Asia/Shanghai' as date),"
                + " to_char(t.at at time zone 'Asia/Shanghai', 'YYYY-MM')"
                + " from service_order o, generate_series(1, " + records + ") n,"
                + " lateral (select timestamptz '" + end + "' - n * interval '40 days' / " + records + " as at) t"
                + " where o.price_list = '" + list + "' and o.payer_id = '" + payer + "'");
    }

    /** How many charges are paid. */
    long paid() {
        return number("select count(*) from charge c join service_order o on o.id = c.order_id"
                + " where o.price_list = '" + list + "' and c.transfer_id is not null");
    }

    /** How many payouts were made. */
    long payouts() {
        return number("select count(*) from payout p join service_order o on o.id = p.order_id where o.price_list = '"
                + list + "'");
    }

    /** What the ledger says of them, whoever paid: how many charges and payouts of which amount were paid in which month. */
    List<String> books() {
        return texts("select 'charge ' || c.billed_in || ' ' || c.amount || ' times ' || count(t.id)"
                + " from charge c join service_order o on o.id = c.order_id left join ledger_transfer t on t.id = c.transfer_id"
                + " where o.price_list = '" + list + "' group by c.billed_in, c.amount"
                + " union all select 'payout ' || p.amount || ' times ' || count(t.id)"
                + " from payout p join service_order o on o.id = p.order_id join ledger_transfer t on t.id = p.transfer_id"
                + " where o.price_list = '" + list + "' group by p.amount order by 1");
    }

    /** Whether a run has not ended, whatever became of its server. */
    boolean isAtWork(String run) {
        return number("select count(*) from job_run where lease_until is not null and id = "
                        + run.substring(run.lastIndexOf('/') + 1))
                == 1;
    }

    /** How much usage is in no bill. */
    long unrated() {
        return number("select count(*) from usage_record u join service_order o on o.id = u.order_id"
                + " where o.price_list = '" + list + "' and u.billed_in is null");
    }

    /** How many months of the orders cost something: on the first of a month there may be no more than what is free. */
    long months() {
        return number("select count(*) from (select u.order_id from usage_record u"
                + " join service_order o on o.id = u.order_id where o.price_list = '" + list + "'"
                + " group by u.order_id, to_char(u.day, 'YYYY-MM') having sum(u.calls) > 3) m");
    }

    /** How many payouts there are, and orders that have one. */
    boolean isPaidOutOnce() {
        return number(
                        "select count(*) - count(distinct p.order_id) from payout p join service_order o on o.id = p.order_id"
                                + " where o.price_list = '" + list + "'")
                == 0;
    }

    /** What a payer's usage costs, reckoned by hand. */
    BigDecimal costs(String payer) {
        return sum(charges(" and o.payer_id = '" + payer + "'"));
    }

    /** What the platform keeps of what everybody's usage costs, reckoned by hand: rounded for each charge. */
    BigDecimal fee(BigDecimal percent) {
        return sum(charges("").stream()
                .map(charge -> charge.multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP))
                .toList());
    }

    /** What the ledger says that the platform kept. */
    BigDecimal kept() {
        return sum(amounts("select e.amount from charge c join service_order o on o.id = c.order_id"
                + " join ledger_entry e on e.transfer_id = c.transfer_id"
                + " join ledger_account a on a.id = e.account_id and a.kind = 'FEE' where o.price_list = '" + list
                + "'"));
    }

    /** What their payee was paid out. */
    BigDecimal paidOut() {
        return sum(
                amounts("select p.amount from payout p join service_order o on o.id = p.order_id where o.price_list = '"
                        + list + "'"));
    }

    /** What each month of each order costs. */
    private List<BigDecimal> charges(String whose) {
        List<Long> months = numbers("select sum(u.calls) from usage_record u join service_order o on o.id = u.order_id"
                + " where o.price_list = '" + list + "'" + whose
                + " group by u.order_id, to_char(u.day, 'YYYY-MM')");
        // In tenths of a fen: nothing for three, 375 for 97, 110 for what follows.
        return months.stream()
                .map(units -> Math.min(Math.max(units - 3, 0), 97) * 375 + Math.max(units - 100, 0) * 110)
                .map(tenths -> BigDecimal.valueOf(tenths, 3).setScale(2, RoundingMode.HALF_UP))
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<BigDecimal> amounts(String query) {
        return texts(query).stream().map(BigDecimal::new).toList();
    }

    private long number(String query) {
        return numbers(query).get(0);
    }

    private List<Long> numbers(String query) {
        return texts(query).stream().map(Long::valueOf).toList();
    }

    private List<String> texts(String query) {
        try (Connection connection = connect();
                var running = connection.createStatement();
                ResultSet rows = running.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private void run(String statement) {
        try (Connection connection = connect();
                var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
