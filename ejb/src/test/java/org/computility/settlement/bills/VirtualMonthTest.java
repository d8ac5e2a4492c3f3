package org.computility.settlement.bills;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.settlement.Money;
import org.computility.settlement.orders.NewOrder;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.Subject;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.Tier;
import org.computility.settlement.prices.UsageUnit;
import org.computility.settlement.usage.NewUsage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seven weeks, hour by hour: prices change, events come late, twice, and in closed months; orders are settled each night and in
 * between. In the end each bill is to the cent what the {@link Oracle} says.
 */
class VirtualMonthTest {

    private static final Instant BEGIN = Shop.local("2026-10-20T00:00:00");
    private static final int HOURS = 49 * 24;
    private static final int PAYERS = 3;
    private static final int DAYS = 60;
    private static final BigDecimal FEE = new BigDecimal("2.5");
    private static final String DEPOSIT = "1000000.00";

    private Random random;
    private Shop shop;
    private final List<UUID> payers = new ArrayList<>();
    private final Map<UUID, UUID> payerOf = new HashMap<>();
    private final Map<UUID, Oracle> oracles = new HashMap<>();
    private final List<NewUsage> recorded = new ArrayList<>();
    private final Map<UUID, BigDecimal> terms = new HashMap<>();
    private final UUID payee = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyBillIsWhatAnOracleSays(long seed) {
        random = new Random(seed);
        shop = new Shop(FEE.toString(), BEGIN);
        open();
        for (int hour = 0; hour < HOURS; hour++) {
            shop.later(Duration.ofHours(1));
            hour(hour);
        }
        shop.night();

        oracles.forEach((order, oracle) -> {
            Map<String, BigDecimal> charged = new TreeMap<>(shop.bills(order).stream()
                    .collect(Collectors.toMap(bill -> bill.bill().period(), BillView::total)));
            Map<String, BigDecimal> expected = oracle.bills();
            terms.forEach((term, price) -> {
                if (term.equals(order)) {
                    expected.merge("2026-10", price, BigDecimal::add);
                }
            });
            assertThat(charged).as("order %s", order).isEqualTo(expected);
        });
        payersHavePaidWhatTheirBillsSay();
        thePayeeHasItLessTheFee();
        assertThat(shop.reconciliation.difference()).isEmpty();
    }

    private void payersHavePaidWhatTheirBillsSay() {
        for (UUID payer : payers) {
            BigDecimal bills = payerOf.entrySet().stream()
                    .filter(each -> each.getValue().equals(payer))
                    .flatMap(each -> shop.bills(each.getKey()).stream())
                    .map(BillView::total)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(new BigDecimal(DEPOSIT).subtract(new BigDecimal(shop.prepaid(payer))))
                    .isEqualByComparingTo(bills);
        }
    }

    /** The fee is rounded for each charge. */
    private void thePayeeHasItLessTheFee() {
        BigDecimal fee = shop.paidCharges().stream()
                .map(charge -> charge.multiply(FEE).movePointLeft(2).setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal bills = payers.stream()
                .map(payer -> new BigDecimal(DEPOSIT).subtract(new BigDecimal(shop.prepaid(payer))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(fee).isPositive();
        assertThat(shop.payable(payee)).isEqualTo(bills.subtract(fee).toString());
    }

    private void open() {
        for (int i = 0; i < PAYERS; i++) {
            UUID payer = UUID.randomUUID();
            payers.add(payer);
            shop.books.deposit(payer, DEPOSIT);
            open(payer, changing(UsageUnit.CALL, 20, "0.375", "0.11", "0.005"));
            open(payer, changing(UsageUnit.TOKEN, 1000, "0.00125", "0.0007", "0.0000333"));
            own(payer, new Tariff(BillingType.METERED, UsageUnit.DAY, tiers(10L, "3.33", "1.11"), 2));
            term(payer);
        }
    }

    /** A price list that changes three times, in the middle of months. */
    private Map.Entry<Subject, List<Oracle.Price>> changing(UsageUnit unit, long free, String... prices) {
        Subject model = Shop.model();
        List<Oracle.Price> known = new ArrayList<>();
        for (int i = 0; i < prices.length; i++) {
            Tariff tariff = new Tariff(BillingType.METERED, unit, tiers(100L * (i + 1), prices[i], "0.0123"), free * i);
            Instant from = BEGIN.plus(Duration.ofHours(i * 331L));
            shop.publish(model, tariff, from);
            known.add(new Oracle.Price(from, tariff));
        }
        return Map.entry(model, known);
    }

    private static List<Tier> tiers(long upTo, String first, String then) {
        return List.of(new Tier(upTo, new BigDecimal(first)), new Tier(null, new BigDecimal(then)));
    }

    private void open(UUID payer, Map.Entry<Subject, List<Oracle.Price>> list) {
        NewOrder order =
                new NewOrder(UUID.randomUUID(), payer, payee, list.getKey(), Money.CNY, null, null, null, null);
        know(order, list.getValue());
    }

    private void own(UUID payer, Tariff tariff) {
        NewOrder order =
                new NewOrder(UUID.randomUUID(), payer, payee, Shop.model(), Money.CNY, tariff, null, null, null);
        know(order, List.of(new Oracle.Price(Instant.EPOCH, tariff)));
    }

    private void term(UUID payer) {
        BigDecimal price = new BigDecimal("1.99");
        Tariff tariff = Tariff.flat(BillingType.FIXED_TERM, UsageUnit.DAY, price);
        Instant until = BEGIN.plus(Duration.ofDays(DAYS));
        NewOrder order =
                new NewOrder(UUID.randomUUID(), payer, payee, Shop.model(), Money.CNY, tariff, null, until, null);
        Tariff free = Tariff.flat(BillingType.METERED, UsageUnit.CALL, BigDecimal.ZERO);
        know(order, List.of(new Oracle.Price(Instant.EPOCH, free)));
        terms.put(order.id(), price.multiply(BigDecimal.valueOf(DAYS)));
    }

    private void know(NewOrder order, List<Oracle.Price> prices) {
        shop.open(order);
        payerOf.put(order.id(), order.payer());
        oracles.put(order.id(), new Oracle(prices));
    }

    private void hour(int hour) {
        for (UUID order : payerOf.keySet()) {
            if (random.nextInt(6) == 0) {
                use(order);
            }
            if (random.nextInt(200) == 0) {
                shop.settle(order);
            }
        }
        if (!recorded.isEmpty() && random.nextInt(5) == 0) {
            // A retry, of whenever.
            shop.record(recorded.get(random.nextInt(recorded.size())));
        }
        if (hour % 24 == 2) {
            shop.night();
        }
    }

    private void use(UUID order) {
        // One in five comes late, by up to twenty days.
        Duration late = random.nextInt(5) == 0 ? Duration.ofMinutes(random.nextInt(28_800)) : Duration.ZERO;
        Instant at = shop.now().minus(late);
        if (at.isBefore(BEGIN)) {
            at = BEGIN;
        }
        NewUsage used = new NewUsage(UUID.randomUUID(), order, at, 1 + random.nextInt(3), random.nextInt(400));
        shop.record(used);
        recorded.add(used);
        oracles.get(order).used(at, shop.now(), used.calls(), used.tokens());
    }
}
