package org.computility.settlement.bills;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.database.ExplainedDatabase;
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each order has a price list of its own; an event is compared with those of its order only. */
class ManyPricesTest {

    private static final Tariff A_YUAN_A_CALL = Tariff.flat(BillingType.METERED, UsageUnit.CALL, BigDecimal.ONE);
    private static final int ORDERS = 60;
    private static final int EVENTS = 40;
    private static final Pattern READ = Pattern.compile("actual rows=(\\d+) loops=(\\d+)");

    private final ExplainedDatabase database = new ExplainedDatabase(TestDatabase.fresh());
    private final Shop shop = new Shop("10", Shop.local("2026-10-10T08:00:00"), database.explained());
    private final UUID payer = UUID.randomUUID();
    private UUID order;

    @BeforeEach
    void openManyOrders() {
        shop.books.deposit(payer, "1000");
        for (int i = 0; i < ORDERS; i++) {
            order = shop.open(payer, UUID.randomUUID(), A_YUAN_A_CALL).id();
        }
        for (int i = 0; i < EVENTS; i++) {
            shop.use(order, 1, 0);
        }
        shop.books.write("analyze price_version, service_order, usage_record");
        database.plans();
    }

    @Test
    void ratingReadsNoOtherOrdersPrices() {
        shop.settle(order);

        assertThat(shop.prepaid(payer)).isEqualTo("960.00");
        assertThat(rowsRead()).isLessThan(ORDERS * EVENTS);
    }

    @Test
    void whatAnOrderOwesReadsNoOtherOrdersPrices() {
        assertThat(shop.bills.preview(order).total()).isEqualTo("40.00");

        assertThat(rowsRead()).isLessThan(ORDERS * EVENTS);
    }

    private long rowsRead() {
        return database.plans().stream()
                .flatMap(plan -> READ.matcher(plan).results())
                .mapToLong(found -> Long.parseLong(found.group(1)) * Long.parseLong(found.group(2)))
                .sum();
    }
}
