package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.computility.system.Answer;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a published model or application will cost is announced, and counts from then on. */
@OnTheServer
class PublicationPricesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration DAY = Duration.ofDays(1);

    private final Platform platform;
    private final SoldService service = new SoldService();

    PublicationPricesIT(Platform platform) {
        this.platform = platform;
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void aCallCostsWhatWasValidWhenItBegan(ServiceMarket.Kind kind) {
        ServiceMarket market = new ServiceMarket(platform, kind);
        String address = service.address("/events");
        String publication = market.publish(address, "METERED", ServiceMarket.METERED);
        JsonObject order = market.subscriber()
                .post(kind.path + "subscribe", market.subscription(publication, "METERED", "CALL"))
                .data();
        market.deposit("10");
        service.goOn();
        market.deliver(address, order).expect(200);
        CompletableFuture<Answer> running = CompletableFuture.supplyAsync(() -> market.deliver(address, order));
        await().atMost(PATIENCE).until(() -> service.calls() == 2);

        announce(market.publisher(), publication, price("0.8")).expect(201);

        assertThat(offered(market, publication)).isEqualByComparingTo("0.8");
        settle(market, order);
        assertThat(market.prepaid()).isEqualByComparingTo("9.50");
        // It began before the price changed, and is heard of after it.
        service.goOn();
        running.join().expect(200);
        service.goOn();
        market.deliver(address, order).expect(200);
        settle(market, order);
        assertThat(market.prepaid()).isEqualByComparingTo("8.20");
        assertThat(lines(market, order))
                .extracting(line -> line.getInt("quantity"), PublicationPricesIT::unitPrice)
                .containsExactlyInAnyOrder(tuple(2, "0.5"), tuple(1, "0.8"));
        assertThat(lines(market, order))
                .extracting(line -> line.getString("priceId"))
                .containsExactlyElementsOf(prices(market.subscriber(), publication).stream()
                        .map(price -> price.getString("id"))
                        .toList());
    }

    @Test
    void whatIsAnnouncedIsSeenByAllAndOfferedFromThenOn() {
        ServiceMarket market = new ServiceMarket(platform, ServiceMarket.Kind.MODEL);
        String publication = market.publish(service.address("/chat"), "METERED", ServiceMarket.METERED);
        Instant coming = Instant.now().plus(DAY);
        JsonObject next = price("0.8").add("validFrom", coming.toString()).build();

        JsonObject announced =
                announce(market.publisher(), publication, next).expect(201).json();

        assertThat(announced.getJsonNumber("price").bigDecimalValue()).isEqualByComparingTo("0.8");
        assertThat(announce(market.publisher(), publication, next).expect(201).json())
                .isEqualTo(announced);
        assertThat(prices(market.subscriber(), publication)).hasSize(2).last().isEqualTo(announced);
        assertThat(offered(market, publication)).isEqualByComparingTo("0.5");
        market.subscriber()
                .post("v1/model/subscribe", market.subscription(publication, "METERED", ServiceMarket.METERED))
                .data();
        announce(
                        market.publisher(),
                        publication,
                        price("0.9").add("validFrom", coming.plus(DAY).toString()))
                .expect(201);
        Refusals.named(
                announce(
                        market.publisher(),
                        publication,
                        price("1").add("validFrom", coming.minusSeconds(1).toString())),
                409,
                "price-retroactive");
    }

    @Test
    void whoSubscribesAfterTheChangeIsOfferedTheNewPrice() {
        ServiceMarket market = new ServiceMarket(platform, ServiceMarket.Kind.APPLICATION);
        String publication = market.publish(service.address("/chat"), "METERED", ServiceMarket.METERED);
        String key = platform.freshName("key");
        Answer first = announce(market.publisher(), publication, price("0.8").build(), key)
                .expect(201);

        Answer again = announce(market.publisher(), publication, price("0.8").build(), key)
                .expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        Refusals.check(
                market.subscriber()
                        .post(
                                "v1/application/subscribe",
                                market.subscription(publication, "METERED", ServiceMarket.METERED)),
                409,
                "40967",
                "0.80 CNY per CALL");
        String order = market.subscriber()
                .post(
                        "v1/application/subscribe",
                        market.subscription(publication, "METERED", "{\"unit\":\"CALL\",\"price\":0.8}"))
                .data()
                .getString("orderId");
        assertThat(market.subscriber()
                        .get("platform/v1/market/subscriptions/" + order)
                        .expect(200)
                        .json()
                        .getJsonObject("billing")
                        .getJsonNumber("price")
                        .bigDecimalValue())
                .isEqualByComparingTo("0.8");
    }

    @Test
    void onlyThePublisherAnnouncesAndOnlyWhatFits() {
        ServiceMarket market = new ServiceMarket(platform, ServiceMarket.Kind.MODEL);
        String publication = market.publish(service.address("/chat"), "METERED", ServiceMarket.METERED);
        Visitor stranger = market.as(platform.account(platform.freshOrganisation(), "PROVIDER"));
        Visitor publisher = market.publisher();

        Refusals.check(announce(stranger, publication, price("1")), 404, "publication-unknown", "publishId");
        Refusals.check(announce(publisher, "nothing", price("1")), 404, "publication-unknown", "publishId");
        assertThat(announce(market.subscriber(), publication, price("1")).status())
                .isEqualTo(403);
        assertThat(announce(platform.anonymous(), publication, price("1")).status())
                .isEqualTo(401);
        Refusals.check(
                announce(publisher, publication, price("1").add("validFrom", "2026-01-01T00:00:00Z")),
                400,
                "price-past",
                "validFrom");
        Refusals.check(announce(publisher, publication, price("1").add("unit", "TOKEN")), 409, "price-unlike", "unit");
        Refusals.check(announce(publisher, publication, price("-1")), 400, "member-invalid", "price");
        Refusals.check(announce(publisher, publication, Json.createObjectBuilder()), 400, "member-missing", "price");
        publisher.delete("platform/v1/market/publications/" + publication).expect(204);
        Refusals.check(announce(publisher, publication, price("1")), 409, "publication-withdrawn", "publishId");
        assertThat(prices(publisher, publication)).hasSize(1);
        Refusals.check(
                stranger.get("platform/v1/market/publications/" + publication + "/prices"),
                404,
                "publication-unknown",
                "publishId");
    }

    private static JsonObjectBuilder price(String price) {
        return Json.createObjectBuilder().add("price", new BigDecimal(price));
    }

    private static Answer announce(Visitor visitor, String publication, JsonObjectBuilder price) {
        return announce(visitor, publication, price.build());
    }

    private static Answer announce(Visitor visitor, String publication, JsonObject price) {
        return visitor.post("platform/v1/market/publications/" + publication + "/prices", price);
    }

    private static Answer announce(Visitor visitor, String publication, JsonObject price, String key) {
        return visitor.send(visitor.request("platform/v1/market/publications/" + publication + "/prices")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(price.toString()))
                .build());
    }

    private static List<JsonObject> prices(Visitor visitor, String publication) {
        return visitor.get("platform/v1/market/publications/" + publication + "/prices")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static BigDecimal offered(ServiceMarket market, String publication) {
        return market.subscriber()
                .get("platform/v1/market/publications/" + publication)
                .expect(200)
                .json()
                .getJsonObject("billing")
                .getJsonNumber("price")
                .bigDecimalValue();
    }

    private static List<JsonObject> lines(ServiceMarket market, JsonObject order) {
        return market.subscriber()
                .get("platform/v1/settlement/orders/" + order.getString("orderId") + "/preview")
                .expect(200)
                .json()
                .getJsonArray("lines")
                .getValuesAs(JsonObject.class);
    }

    private static String unitPrice(JsonObject line) {
        return line.getJsonObject("tariff")
                .getJsonArray("tiers")
                .getJsonObject(0)
                .getJsonNumber("unitPrice")
                .bigDecimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void settle(ServiceMarket market, JsonObject order) {
        market.subscriber()
                .post(market.kind().path + "userSettlement", market.userSettlement(order.getString("orderId")))
                .expect(200);
    }
}
