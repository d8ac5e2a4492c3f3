package org.computility.system.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.computility.system.trading.ServiceMarket;
import org.computility.system.trading.SoldService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * A month of two subscriptions to one model: a fixed term, and one that is metered, with a free quota and tiers. They are
 * subscribed to, called, settled, billed and paid out; every figure is reckoned by hand.
 */
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "needs the server's database")
class SubscribedMonthIT {

    private static final String BOOKS = "platform/v1/settlement/";
    private static final String METERED =
            "{\"unit\":\"CALL\",\"price\":0.333,\"tiers\":[{\"from\":100,\"price\":0.125}],\"freeQuota\":10}";
    private static final String TERM = "{\"unit\":\"DAY\",\"price\":2,\"term\":30}";

    private final BookJobs jobs;
    private final ServiceMarket market;
    private final PastUsage past;
    private final SoldService service = new SoldService();
    private final String api = service.address("/chat");
    private final YearMonth now = YearMonth.now(PastUsage.ZONE);
    /** So long over that it closes, whatever the day. */
    private final YearMonth month = now.minusMonths(2);

    SubscribedMonthIT(Platform platform, ServerUnderTest server) {
        jobs = new BookJobs(platform);
        market = new ServiceMarket(platform, ServiceMarket.Kind.MODEL);
        past = new PastUsage(server.database());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void everyBillPaymentAndPayoutIsThatOfTheContractToTheCent() {
        market.deposit("100");
        JsonObject metered = market.subscribe(api, "METERED", METERED);
        JsonObject term = market.subscribe(api, "FIXED_TERM", TERM);
        String order = metered.getString("orderId");
        aMonthIsUsed(order);

        settle(metered);
        // 139 calls: 10 are free, 100 cost 0.333, 29 cost 0.125: 36.925, halves up.
        JsonObject closed = bill(order, month);
        assertThat(closed.getBoolean("closed")).isTrue();
        assertThat(amount(closed, "charged")).isEqualByComparingTo("36.93");
        assertThat(market.prepaid()).isEqualByComparingTo("63.07");

        past.addLate(order, month.atDay(3), 2);
        call(metered, 12);
        call(term, 2);
        thisMonthIsPreviewed(order);
        settle(metered);
        settle(term);
        assertThat(bill(order, month)).as("a closed bill").isEqualTo(closed);
        assertThat(amount(bill(order, now), "charged")).isEqualByComparingTo("0.92");
        theTermIsBilledWhateverIsUsed(term.getString("orderId"));
        // 100 - 36.93 - 0.92 - 60.
        assertThat(market.prepaid()).isEqualByComparingTo("2.15");

        paysOut(metered, term);
        assertThat(jobs.ended(jobs.reconcile()).getString("status")).isEqualTo("COMPLETED");
    }

    /** 27 days with 5 calls, one with 4. */
    private void aMonthIsUsed(String order) {
        past.begins(order, month);
        for (int day = 1; day <= 28; day++) {
            past.add(order, month.atDay(day), day < 28 ? 5 : 4);
        }
    }

    private void call(JsonObject order, int times) {
        for (int i = 0; i < times; i++) {
            market.deliver(api, order).expect(200);
        }
    }

    /** Of the month that is over two calls more: 37.175, of which 36.93 are paid. Of this one 12: 10 are free, two cost 0.333. */
    private void thisMonthIsPreviewed(String order) {
        JsonObject preview = read(market.subscriber(), "orders/" + order + "/preview");
        assertThat(preview.getJsonArray("lines").getValuesAs(JsonObject.class))
                .extracting(
                        line -> line.getString("period"),
                        line -> line.getBoolean("correction"),
                        line -> line.getInt("quantity"),
                        line -> amount(line, "amount"))
                .containsExactly(
                        tuple(month.toString(), true, 2, new BigDecimal("0.25")),
                        tuple(now.toString(), false, 12, new BigDecimal("0.67")));
        List<JsonObject> events = items(market.subscriber(), "orders/" + order + "/preview/events");
        assertThat(events)
                .hasSize(13)
                .allSatisfy(event -> assertThat(event.getBoolean("rated")).isFalse());
        assertThat(events.stream()
                        .filter(event -> event.getString("period").equals(now.toString()))
                        .mapToInt(event -> event.getInt("quantity"))
                        .sum())
                .isEqualTo(12);
    }

    private void theTermIsBilledWhateverIsUsed(String order) {
        JsonObject bill = read(market.subscriber(), "bills/" + bill(order, now).getString("id"));
        assertThat(amount(bill, "total")).isEqualByComparingTo("60.00");
        assertThat(bill.getJsonArray("lines").getValuesAs(JsonObject.class))
                .extracting(line -> line.getString("kind"), line -> amount(line, "amount"))
                .containsExactlyInAnyOrder(
                        tuple("TERM", new BigDecimal("60.00")), tuple("USAGE", new BigDecimal("0.00")));
    }

    private void paysOut(JsonObject metered, JsonObject term) {
        assertThat(market.payable()).isEqualByComparingTo("97.85");
        for (JsonObject order : List.of(metered, term)) {
            market.publisher()
                    .post("v1/model/providerSettlement", market.providerSettlement(order.getString("orderId")))
                    .expect(200);
        }
        assertThat(market.payable()).isEqualByComparingTo("0.00");
        String account = items(market.publisher(), "accounts").stream()
                .filter(each -> each.getString("kind").equals("PAYABLE"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        assertThat(items(market.publisher(), "statements?account=" + account).stream()
                        .filter(entry -> entry.getString("kind").equals("PAYOUT"))
                        .map(entry -> amount(entry, "amount")))
                .containsExactlyInAnyOrder(new BigDecimal("-37.85"), new BigDecimal("-60.00"));
    }

    private void settle(JsonObject order) {
        market.subscriber()
                .post("v1/model/userSettlement", market.userSettlement(order.getString("orderId")))
                .expect(200);
    }

    private JsonObject bill(String order, YearMonth period) {
        return items(market.subscriber(), "bills?order=" + order).stream()
                .filter(bill -> bill.getString("period").equals(period.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal amount(JsonObject object, String member) {
        return object.getJsonNumber(member).bigDecimalValue();
    }

    private static List<JsonObject> items(Visitor visitor, String path) {
        return read(visitor, path).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static JsonObject read(Visitor visitor, String path) {
        return visitor.get(BOOKS + path).expect(200).json();
    }
}
