package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application is published, subscribed to, used, and paid for (T/AI 123.12 A.5); and what its parties see of it. */
@OnTheServer
class ApplicationTradeIT {

    private static final String LISTS = "platform/v1/market/";

    private final Platform platform;
    private final ServiceMarket market;
    private final SoldService service = new SoldService();

    ApplicationTradeIT(Platform platform) {
        this.platform = platform;
        market = new ServiceMarket(platform, ServiceMarket.Kind.APPLICATION);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anApplicationIsUsedAndPaidForByTheGetThatIsPrinted() {
        String url = service.address("/text");
        JsonObject order = market.subscribe(url, "METERED", ServiceMarket.METERED);
        String orderId = order.getString("orderId");
        String deposit = market.deposit("10");
        assertThat(market.deliver(url, order).data().getString("output")).isEqualTo("它会守住");
        assertThat(service.seen()).containsExactly(new SoldService.Seen("application/json", null, "{\"gate\":7}"));
        String requestId = platform.freshName("request");

        Answer settled = settleByGet(orderId, "{\"transferId\":\"%s\"}".formatted(deposit), requestId);

        assertThat(settled.data()).isEqualTo(orderOnly(orderId));
        assertThat(market.prepaid()).isEqualByComparingTo("9.50");
        assertThat(platform.auditRecords(requestId)).singleElement().satisfies(record -> {
            assertThat(record.getString("action")).isEqualTo("GET /v1/application/userSettlement");
            assertThat(record.getString("target")).isEqualTo("order " + orderId);
            assertThat(record.getString("account")).isEqualTo(market.subscriberName());
        });
        assertThat(market.subscriber()
                        .post("v1/application/userSettlement", market.userSettlement(orderId))
                        .data())
                .isEqualTo(orderOnly(orderId));
        assertThat(market.prepaid()).isEqualByComparingTo("9.50");
        market.publisher()
                .post("v1/application/providerSettlement", market.providerSettlement(orderId))
                .expect(200);
        assertThat(market.payable()).isEqualByComparingTo("0.00");
        JsonObject paid = payouts(market.publisher()).get(0);
        assertThat(paid.getString("orderId")).isEqualTo(orderId);
        assertThat(paid.getJsonNumber("amount").bigDecimalValue()).isEqualByComparingTo("0.50");
        assertThat(paid.getJsonObject("creditInfo"))
                .isEqualTo(market.providerSettlement(orderId).getJsonObject("creditInfo"));
        assertThat(paid.getString("madeBy")).isEqualTo(market.publisherName());
        assertThat(payouts(market.subscriber())).isEmpty();
    }

    @InTurn
    @Test
    void anAnswerThatIsLargeOrSlowOrAPicture() {
        market.deposit("10");
        String large = service.address("/large");
        assertThat(market.deliver(large, metered(large)).data().getString("output"))
                .hasSize(200_000);
        refused("/huge", 502, "50203", "4194304");
        refused("/picture", 502, "50202", "neither JSON nor text");
        refused("/moved", 502, "50201", "302");
        refused("/slow", 504, "50400", "10.0 s");
        String closed = "http://127.0.0.1:1/";
        Refusals.check(market.deliver(closed, metered(closed)), 502, "50200", "costs nothing");
        assertThat(market.prepaid()).isEqualByComparingTo("10.00");
    }

    @InTurn
    @Test
    void aWithdrawnPublicationServesWhoSubscribedBefore() {
        market.deposit("10");
        String url = service.address("/text");
        String publishId = market.publish(url, "METERED", ServiceMarket.METERED);
        JsonObject wanted = market.subscription(publishId, "METERED", "CALL");
        JsonObject order = subscribe(wanted).data();

        market.publisher().delete(LISTS + "publications/" + publishId).expect(204);

        Refusals.check(subscribe(wanted), 409, "40966", "publishId");
        market.deliver(url, order).expect(200);
        assertThat(market.subscriber().get(LISTS + "publications/" + publishId).status())
                .isEqualTo(404);
        assertThat(market.publisher()
                        .get(LISTS + "publications/" + publishId)
                        .expect(200)
                        .json()
                        .getBoolean("published"))
                .isFalse();
    }

    @InTurn
    @Test
    void eachPartySeesTheSubscriptionAndTheSubscriberItsLicence() {
        String url = service.address("/text");
        String publishId = market.publish(url, "METERED", ServiceMarket.METERED);
        JsonObject order =
                subscribe(market.subscription(publishId, "METERED", "CALL")).data();
        String one = LISTS + "subscriptions/" + order.getString("orderId");

        assertThat(market.subscriber().get(one).expect(200).json().getJsonObject("licenses"))
                .isEqualTo(order.getJsonObject("licenses"));
        assertThat(market.publisher().get(one).expect(200).json())
                .containsEntry("subscriber", Json.createValue(market.subscriberName()))
                .doesNotContainKey("licenses");
        assertThat(stranger("CONSUMER").get(one).status()).isEqualTo(404);
        for (Visitor party : List.of(market.subscriber(), market.publisher())) {
            assertThat(party.get(LISTS + "subscriptions?publishId=" + publishId)
                            .expect(200)
                            .json()
                            .getInt("total"))
                    .isEqualTo(1);
        }
        assertThat(market.publisher()
                        .get(LISTS + "publications?own=true&kind=APPLICATION")
                        .expect(200)
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("publishId"))
                .isEqualTo(publishId);
    }

    @InTurn
    @Test
    void aServiceIsShownTheCredentialOfItsPublisher() {
        market.deposit("10");
        String url = service.address("/text");
        JsonObject order = metered(url);
        String publishId = market.publisher()
                .get(LISTS + "subscriptions/" + order.getString("orderId"))
                .expect(200)
                .json()
                .getString("publishId");
        JsonObject credential = ServiceMarket.json("{\"authorization\":\"Bearer sk-4711\"}");
        String path = LISTS + "publications/" + publishId + "/credential";
        assertThat(market.subscriber().put(path, credential).status()).isEqualTo(403);
        assertThat(stranger("PROVIDER").put(path, credential).status()).isEqualTo(404);

        market.publisher().put(path, credential).expect(204);
        market.deliver(url, order).expect(200);

        assertThat(service.seen())
                .last()
                .satisfies(call -> assertThat(call.authorization()).isEqualTo("Bearer sk-4711"));
        assertThat(market.publisher()
                        .get(LISTS + "publications/" + publishId)
                        .expect(200)
                        .text())
                .doesNotContain("sk-4711")
                .contains("\"authorised\":true");
        assertThat(market.subscriber()
                        .get(LISTS + "publications/" + publishId)
                        .expect(200)
                        .text())
                .doesNotContain("authorised");
    }

    private void refused(String path, int status, String code, String word) {
        String url = service.address(path);
        Refusals.check(market.deliver(url, metered(url)), status, code, word);
    }

    private static List<JsonObject> payouts(Visitor reader) {
        return reader.get("platform/v1/settlement/payouts")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private JsonObject metered(String url) {
        return market.subscribe(url, "METERED", ServiceMarket.METERED);
    }

    private Answer subscribe(JsonObject wanted) {
        return market.subscriber().post("v1/application/subscribe", wanted);
    }

    private Visitor stranger(String role) {
        return market.as(platform.account(platform.freshOrganisation(), role));
    }

    private Answer settleByGet(String orderId, String proof, String requestId) {
        String query = "?subscriberId=" + market.subscriberName() + "&orderId=" + orderId + "&paymentProof="
                + URLEncoder.encode(proof, StandardCharsets.UTF_8);
        return market.subscriber()
                .send(market.subscriber()
                        .request("v1/application/userSettlement" + query)
                        .header("X-Request-ID", requestId)
                        .GET()
                        .build());
    }

    private static JsonObject orderOnly(String orderId) {
        return Json.createObjectBuilder().add("orderId", orderId).build();
    }
}
