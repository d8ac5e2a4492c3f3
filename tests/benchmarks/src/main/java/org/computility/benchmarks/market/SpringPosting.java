package org.computility.benchmarks.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.batch.item.Chunk;
import org.springframework.batch.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The writer of the Spring Batch job: bills, charges and the ledger of a chunk of orders, by JDBC batches. As in the platform, an account is
 * locked and changed once a chunk.
 */
final class SpringPosting implements ItemWriter<SpringOrder.Rated> {

    private final JdbcTemplate database;
    private final BigDecimal fee;

    SpringPosting(DataSource database, BigDecimal fee) {
        this.database = new JdbcTemplate(database);
        this.fee = fee;
    }

    /** An account as it becomes. */
    private static final class Account {
        private final UUID id;
        private BigDecimal balance;
        private long version;

        Account(UUID id, BigDecimal balance, long version) {
            this.id = id;
            this.balance = balance;
            this.version = version;
        }

        Object[] entry(UUID transfer, BigDecimal amount, Timestamp at) {
            balance = balance.add(amount);
            version++;
            return new Object[] {id, version, transfer, amount, balance, at};
        }
    }

    @Override
    public void write(Chunk<? extends SpringOrder.Rated> chunk) {
        List<SpringOrder.Rated> orders = new ArrayList<>(chunk.getItems());
        Timestamp now = Timestamp.from(Instant.now());
        rate(orders);
        bill(orders, now);
        post(orders);
        batch("update charge set transfer_id = id where id = ?", orders.stream().map(each ->
                new Object[] {each.charge()}));
    }

    private void rate(List<SpringOrder.Rated> orders) {
        batch(
                "update usage_record set billed_in = ?, price_id = ?, quantity = ? where event_id = ? and billed_in is null",
                orders.stream()
                        .flatMap(each -> each.usage().stream()
                                .map(used -> new Object[] {each.month(), each.price(), used.calls(), used.event()})));
    }

    private void bill(List<SpringOrder.Rated> orders, Timestamp now) {
        batch(
                "insert into bill (order_id, period, opened_at) values (?, ?, ?) on conflict do nothing",
                orders.stream().map(each -> new Object[] {each.order().id(), each.month(), now}));
        batch(
                "insert into bill_line (order_id, billed_in, kind, period, price_id, quantity, events, amount)"
                        + " values (?, ?, 'USAGE', ?, ?, ?, ?, ?)",
                orders.stream().map(each -> new Object[] {
                    each.order().id(),
                    each.month(),
                    each.month(),
                    each.price(),
                    each.quantity(),
                    each.usage().size(),
                    each.amount()
                }));
        batch(
                "insert into charge (id, order_id, billed_in, number, payer_id, currency, amount, made_at)"
                        + " values (?, ?, ?, 1, ?, ?, ?, ?)",
                orders.stream().map(each -> new Object[] {
                    each.charge(),
                    each.order().id(),
                    each.month(),
                    each.order().payer(),
                    each.order().currency(),
                    each.amount(),
                    now
                }));
    }

    private void post(List<SpringOrder.Rated> orders) {
        Map<String, Account> accounts = lock(orders);
        // Only now: an entry is never before the last one of its account.
        Timestamp now = Timestamp.from(Instant.now());
        batch(
                "insert into ledger_transfer (id, kind, subject, currency, entries, fingerprint, at)"
                        + " values (?, 'USAGE', ?, ?, 3, ?, ?)",
                orders.stream().map(each -> new Object[] {
                    each.charge(),
                    "order " + each.order().id() + ", bill of " + each.month() + ", charge 1",
                    each.order().currency(),
                    fingerprint(each),
                    now
                }));
        // The database asks for all entries of a transfer in one statement.
        batch(
                "insert into ledger_entry (account_id, account_version, transfer_id, amount, balance_after, at)"
                        + " values (?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?)",
                orders.stream().map(each -> entries(each, accounts, now)));
        batch(
                "update ledger_account set balance = ?, version = ?, changed_at = ? where id = ?",
                accounts.values().stream().map(each -> new Object[] {each.balance, each.version, now, each.id}));
    }

    private Object[] entries(SpringOrder.Rated rated, Map<String, Account> accounts, Timestamp now) {
        BigDecimal kept = rated.amount().multiply(fee).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        return Stream.of(
                        accounts.get("PREPAID" + rated.order().payer())
                                .entry(rated.charge(), rated.amount().negate(), now),
                        accounts.get("PAYABLE" + rated.order().payee())
                                .entry(rated.charge(), rated.amount().subtract(kept), now),
                        accounts.get("FEEnull").entry(rated.charge(), kept, now))
                .flatMap(Stream::of)
                .toArray();
    }

    private Map<String, Account> lock(List<SpringOrder.Rated> orders) {
        UUID[] payers =
                orders.stream().map(each -> each.order().payer()).distinct().toArray(UUID[]::new);
        UUID[] payees =
                orders.stream().map(each -> each.order().payee()).distinct().toArray(UUID[]::new);
        Map<String, Account> accounts = new LinkedHashMap<>();
        database.query(
                """
                select id, organisation_id, kind, balance, version from ledger_account
                where currency = 'CNY' and ((kind = 'PREPAID' and organisation_id = any(?))
                    or (kind = 'PAYABLE' and organisation_id = any(?)) or kind = 'FEE')
                order by organisation_id is null, id for no key update
                """,
                row -> {
                    accounts.put(
                            row.getString(3) + row.getString(2),
                            new Account(row.getObject(1, UUID.class), row.getBigDecimal(4), row.getLong(5)));
                },
                payers,
                payees);
        return accounts;
    }

    private void batch(String statement, Stream<Object[]> rows) {
        Collection<Object[]> all = rows.toList();
        database.batchUpdate(statement, new ArrayList<>(all));
    }

    private static byte[] fingerprint(SpringOrder.Rated rated) {
        try {
            String text = rated.charge() + " " + rated.amount();
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
