package org.computility.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.computility.settlement.Money;
import org.computility.shared.Conflict;
import org.computility.shared.PaymentDue;
import org.computility.shared.database.Collision;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random transfers from many threads, beside a second, simple model that knows nothing but sums: it says which answers
 * are allowed, and what must be there at the end.
 */
class AuditorTest {

    private static final int THREADS = 16;
    private static final int EACH = 250;
    private static final int ORGANISATIONS = 8;
    private static final long SEED = 20261128;

    private final Books books = new Books("2.5");
    private final Auditor auditor = new Auditor(new BigDecimal("2.5"));
    private final List<UUID> organisations =
            IntStream.range(0, ORGANISATIONS).mapToObj(i -> UUID.randomUUID()).toList();
    private final List<NewPurchase> asked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void agreesWithTheLedgerAfterThousandsOfTransfersAtOnce() throws Exception {
        organisations.forEach(each -> auditor.deposited(each, books.deposit(each, "500")));

        runAll();

        auditor.balances.forEach((account, balance) ->
                assertThat(books.balance(key(account))).as(account).isEqualByComparingTo(balance));
        assertThat(books.count("ledger_transfer")).isEqualTo(auditor.transfers());
        booksClose();
    }

    private void runAll() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(SEED + i);
            running.add(threads.submit(() -> IntStream.range(0, EACH).forEach(n -> one(random))));
        }
        threads.shutdown();
        for (Future<?> each : running) {
            each.get(5, TimeUnit.MINUTES);
        }
    }

    private void one(Random random) {
        switch (random.nextInt(10)) {
            case 0 -> deposit(random);
            case 1 -> again(random);
            case 2 -> otherwise(random);
            case 3 -> together(random);
            case 4 -> reverse(random);
            default -> buy(new NewPurchase(UUID.randomUUID(), any(random), any(random), price(random), "order"));
        }
    }

    private void deposit(Random random) {
        UUID organisation = any(random);
        auditor.deposited(
                organisation, books.deposit(organisation, price(random).amount().toString()));
    }

    private void buy(NewPurchase purchase) {
        asked.add(purchase);
        try {
            auditor.bought(purchase, books.commit(() -> books.ledger().buy(purchase)));
        } catch (PaymentDue e) {
            auditor.refused(purchase, e);
        } catch (RuntimeException e) {
            throw unexpected(e);
        }
    }

    /** The same request, perhaps while the first is on its way. */
    private void again(Random random) {
        if (!asked.isEmpty()) {
            buy(asked.get(random.nextInt(asked.size())));
        }
    }

    /** Another request under the ID of one that was done. */
    private void otherwise(Random random) {
        UUID id = auditor.any(random);
        NewTransfer other = Books.deposit(id, any(random), "0.01");
        try {
            books.commit(() -> books.ledger().post(other));
            throw new AssertionError("another transfer was made under " + id);
        } catch (Conflict e) {
            assertThat(e.code()).isEqualTo("transfer-reused");
        }
    }

    /** Many in one transaction, over the accounts of all. */
    private void together(Random random) {
        List<UUID> shuffled = new ArrayList<>(organisations);
        Collections.shuffle(shuffled, random);
        List<NewTransfer> many = shuffled.stream()
                .map(each -> Books.deposit(
                        UUID.randomUUID(), each, price(random).amount().toString()))
                .toList();
        List<TransferView> posted = books.commit(() -> books.ledger().postAll(many));
        IntStream.range(0, many.size()).forEach(i -> auditor.deposited(shuffled.get(i), posted.get(i)));
    }

    private void reverse(Random random) {
        UUID id = auditor.any(random);
        try {
            auditor.reversed(books.commit(() -> books.ledger().reverse(id, "undone")));
        } catch (PaymentDue e) {
            assertThat(e.code()).isEqualTo("balance-short");
        } catch (Conflict e) {
            assertThat(e.code()).isEqualTo("transfer-irreversible");
            assertThat(auditor.isReversal(id)).isTrue();
        }
    }

    /** What must hold whatever happened. */
    private void booksClose() {
        assertThat(books.count("(select transfer_id from ledger_entry group by 1 having sum(amount) <> 0) s"))
                .isZero();
        assertThat(books.session()
                        .createNativeQuery("select sum(balance) from ledger_account", BigDecimal.class)
                        .getSingleResult())
                .isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(books.count("""
                ledger_account a join (
                    select account_id, sum(amount) total, count(*) entries from ledger_entry group by account_id) e
                on e.account_id = a.id where (a.balance, a.version) is distinct from (e.total, e.entries)
                """)).isZero();
        assertThat(books.count("""
                (select at < lag(at) over (partition by account_id order by account_version) back from ledger_entry) s
                where back
                """)).isZero();
        assertThat(books.count("ledger_order")).isEqualTo(books.count("ledger_transfer"));
        assertThat(books.count("ledger_order where sequence > (select count(*) from ledger_order)"))
                .isZero();
    }

    private UUID any(Random random) {
        return organisations.get(random.nextInt(organisations.size()));
    }

    private static Money price(Random random) {
        return Money.rounded(BigDecimal.valueOf(1 + random.nextInt(20_000), 2), Money.CNY);
    }

    private static RuntimeException unexpected(RuntimeException e) {
        return Collision.isOne(e) ? new IllegalStateException("two transfers waited for each other", e) : e;
    }

    private static AccountKey key(String account) {
        String[] words = account.split(" ");
        return new AccountKey(words.length > 1 ? UUID.fromString(words[1]) : null, AccountKind.valueOf(words[0]));
    }

    /** The model: sums by account, and what was answered under each ID. */
    private static final class Auditor {

        private final BigDecimal fee;
        private final TreeMap<String, BigDecimal> balances = new TreeMap<>();
        private final TreeMap<UUID, TransferView> seen = new TreeMap<>();

        Auditor(BigDecimal fee) {
            this.fee = fee;
        }

        synchronized void deposited(UUID organisation, TransferView answer) {
            assertThat(seen.put(answer.id(), answer)).isNull();
            BigDecimal amount = answer.entries().stream()
                    .filter(entry -> organisation.equals(entry.organisationId()))
                    .map(EntryView::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            add("PREPAID " + organisation, amount);
            add("CASH", amount.negate());
        }

        synchronized void bought(NewPurchase purchase, TransferView answer) {
            TransferView before = seen.put(answer.id(), answer);
            if (before != null) {
                assertThat(answer).isEqualTo(before);
                return;
            }
            // Reckoned in whole fen, unlike the ledger: price * 2.5 / 100, halves up.
            long price = purchase.price().amount().movePointRight(2).longValueExact();
            long parts = price * fee.movePointRight(1).longValueExact();
            long taken = (parts + 500) / 1000;
            add("PREPAID " + purchase.buyer(), BigDecimal.valueOf(-price, 2));
            add("PAYABLE " + purchase.seller(), BigDecimal.valueOf(price - taken, 2));
            add("FEE", BigDecimal.valueOf(taken, 2));
        }

        synchronized void refused(NewPurchase purchase, PaymentDue refusal) {
            assertThat(refusal.code()).isEqualTo("balance-short");
            assertThat(seen).doesNotContainKey(purchase.id());
        }

        synchronized void reversed(TransferView answer) {
            if (seen.put(answer.id(), answer) == null) {
                answer.entries()
                        .forEach(entry -> add(
                                entry.organisationId() == null
                                        ? entry.kind().name()
                                        : entry.kind() + " " + entry.organisationId(),
                                entry.amount()));
            }
        }

        synchronized UUID any(Random random) {
            List<UUID> ids = List.copyOf(seen.keySet());
            return ids.get(random.nextInt(ids.size()));
        }

        synchronized boolean isReversal(UUID id) {
            return seen.get(id).kind() == TransferKind.REVERSAL;
        }

        synchronized long transfers() {
            return seen.size();
        }

        private void add(String account, BigDecimal amount) {
            balances.merge(account, amount, BigDecimal::add);
        }
    }
}
