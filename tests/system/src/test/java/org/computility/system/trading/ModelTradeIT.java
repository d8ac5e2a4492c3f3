package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model is published, subscribed to, used, and paid for (T/AI 123.12 A.4). */
@OnTheServer
class ModelTradeIT {

    private static final int MANY = 64;
    private static final int QUOTA = 10;

    private final Platform platform;
    private final ServiceMarket market;
    private final SoldService service = new SoldService();

    ModelTradeIT(Platform platform) {
        this.platform = platform;
        market = new ServiceMarket(platform, ServiceMarket.Kind.MODEL);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aModelIsUsedAndPaidFor() {
        String api = service.address("/chat");
        JsonObject order = market.subscribe(api, "计量", ServiceMarket.METERED);
        market.deposit("10");
        String orderId = order.getString("orderId");

        assertThat(market.deliver(api, order).data().get("output"))
                .isEqualTo(ServiceMarket.json("{\"answer\":\"它会守住\",\"usage\":{\"total_tokens\":12}}"));
        assertThat(market.deliver(api, order).status()).isEqualTo(200);
        assertThat(service.seen())
                .containsOnly(new SoldService.Seen("text/plain; charset=utf-8", null, "Will it hold?"));

        for (int again = 0; again < 2; again++) {
            assertThat(market.subscriber()
                            .post("v1/model/userSettlement", market.userSettlement(orderId))
                            .data())
                    .isEqualTo(orderOnly(orderId));
            assertThat(market.prepaid()).isEqualByComparingTo("9.00");
        }
        assertThat(market.payable()).isEqualByComparingTo("1.00");
        for (int again = 0; again < 2; again++) {
            assertThat(market.publisher()
                            .post("v1/model/providerSettlement", market.providerSettlement(orderId))
                            .data())
                    .isEqualTo(orderOnly(orderId));
            assertThat(market.payable()).isEqualByComparingTo("0.00");
        }
    }

    @InTurn
    @Test
    void itsLicenceIsGoodForAnybodyWhoAsks() {
        JsonObject order = market.subscribe(service.address("/chat"), "METERED", ServiceMarket.METERED);
        JsonObject licence = order.getJsonObject("licenses");

        assertThat(licence.getString("licensor")).isEqualTo(market.publisherName());
        assertThat(licence.getString("licensee")).isEqualTo(market.subscriberName());
        assertThat(licence.getString("resource_url")).isEqualTo(service.address("/chat"));
        assertThat(verdict(licence)).isTrue();
        assertThat(verdict(ServiceMarket.with(licence, "licensee", Json.createValue("somebody"))))
                .isFalse();
        assertThat(platform.anonymous()
                        .get("platform/v1/market/licences/" + licence.getString("licensesID") + "/key")
                        .expect(200)
                        .json()
                        .getString("publicKey"))
                .startsWith("-----BEGIN PUBLIC KEY-----");
    }

    @InTurn
    @Test
    void aQuotaIsNeverExceededHoweverManyCallAtOnce() {
        String api = service.address("/chat");
        JsonObject order =
                market.subscribe(api, "METERED", "{\"unit\":\"CALL\",\"price\":0.5,\"quota\":%d}".formatted(QUOTA));
        market.deposit("100");
        List<Callable<Answer>> calls = IntStream.range(0, MANY)
                .<Callable<Answer>>mapToObj(i -> () -> market.deliver(api, order))
                .toList();

        List<Answer> answers = AtOnce.send(calls);

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(QUOTA);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(MANY - QUOTA)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as("%s", answer).isEqualTo(409));
        assertThat(service.calls()).isEqualTo(QUOTA);
        settle(order);
        assertThat(market.prepaid()).isEqualByComparingTo("95.00");
    }

    @InTurn
    @Test
    void aCallUnderAKeyIsMadeAndCountedOnce() {
        String api = service.address("/chat");
        JsonObject order = market.subscribe(api, "METERED", ServiceMarket.METERED);
        market.deposit("10");
        String key = platform.freshName("key");

        Answer first = market.deliver(api, order, key).expect(200);
        Answer again = market.deliver(api, order, key).expect(200);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(service.calls()).isEqualTo(1);
        settle(order);
        assertThat(market.prepaid()).isEqualByComparingTo("9.50");
    }

    @InTurn
    @Test
    void aFailedCallCostsNothingAndMayBeSentAgainUnderItsKey() {
        String api = service.address("/flaky");
        JsonObject order = market.subscribe(api, "METERED", ServiceMarket.METERED);
        market.deposit("10");
        String key = platform.freshName("key");

        Refusals.check(market.deliver(api, order, key), 502, "50201", "costs nothing");
        settle(order);
        assertThat(market.prepaid()).isEqualByComparingTo("10.00");
        assertThat(market.deliver(api, order, key).data().get("output")).isEqualTo(ServiceMarket.json("{\"ok\":true}"));
        assertThat(market.deliver(api, order, key).status()).isEqualTo(200);
        assertThat(service.calls()).isEqualTo(2);
        settle(order);
        assertThat(market.prepaid()).isEqualByComparingTo("9.50");
    }

    @InTurn
    @Test
    void tokensAreWhatTheServiceSays() {
        String byToken =
                "{\"unit\":\"TOKEN\",\"price\":0.01,\"tiers\":[{\"from\":10,\"price\":0.005}],\"freeQuota\":1}";
        String api = service.address("/chat");
        JsonObject order = market.subscribe(api, "METERED", byToken);
        market.deposit("10");
        market.deliver(api, order).expect(200);
        settle(order);
        // Of 12 tokens one is free, ten cost 0.01, one costs 0.005: 0.105.
        assertThat(market.prepaid()).isEqualByComparingTo("9.89");

        String untold = service.address("/silent-count");
        JsonObject other = market.subscribe(untold, "METERED", byToken);
        Refusals.check(market.deliver(untold, other), 502, "50204", "usage.total_tokens");
        settle(other);
        assertThat(market.prepaid()).isEqualByComparingTo("9.89");
    }

    @InTurn
    @Test
    void aFixedTermIsPaidWhateverIsUsed() {
        String api = service.address("/chat");
        JsonObject order = market.subscribe(api, "固定租期", "{\"unit\":\"DAY\",\"price\":2,\"term\":30}");
        market.deposit("59.99");
        Refusals.check(market.deliver(api, order), 402, "40201", "0.01");
        market.deposit("0.01");

        market.deliver(api, order).expect(200);
        market.deliver(api, order).expect(200);
        settle(order);
        settle(order);

        assertThat(market.prepaid()).isEqualByComparingTo("0.00");
        market.deliver(api, order).expect(200);
    }

    private void settle(JsonObject order) {
        market.subscriber()
                .post("v1/model/userSettlement", market.userSettlement(order.getString("orderId")))
                .expect(200);
    }

    private boolean verdict(JsonObject licence) {
        return platform.anonymous()
                .post(
                        "platform/v1/market/licences/verify",
                        Json.createObjectBuilder().add("licenses", licence).build())
                .expect(200)
                .json()
                .getBoolean("valid");
    }

    private static JsonObject orderOnly(String orderId) {
        return Json.createObjectBuilder().add("orderId", orderId).build();
    }
}
