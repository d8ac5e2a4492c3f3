package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

/** A trade with data, as far as T/AI 123.12 A.3.2. */
@OnTheServer
class DataTradeIT {

    private static final int MANY = 64;

    private final Platform platform;
    private final Market market;

    DataTradeIT(Platform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    @Test
    void anOfferAndADemandAreBoundAtThePriceOfTheOffer() {
        JsonObject data = market.data();
        String resource = market.offer(data, "199.9");
        assertThat(market.buyer()
                        .get("queryPublishedData?registrationID=" + resource)
                        .data())
                .isEqualTo(json("{\"owner\":\"%s\",\"publish_status\":\"YES\",\"free\":\"false\",\"price\":199.90}"
                        .formatted(market.owner())));
        String demand = market.want();
        assertThat(market.seller()
                        .get("queryPublishedDemand?demandID=" + demand)
                        .data())
                .isEqualTo(json("{\"publish_status\":\"YES\",\"data_category\":[\"水利\"],\"key_words\":[\"motion\"],"
                        + "\"description\":\"Movement at gates\",\"data_type\":\"数据集\"}"));

        JsonObject bound = confirm(demand, resource).data();

        String confirmId = bound.getString("confirmID");
        assertThat(bound)
                .isEqualTo(json(
                        "{\"confirmID\":\"%s\",\"owner\":\"%s\",\"demander\":\"%s\",\"dataID\":\"%s\",\"demandID\":\"%s\",\"price\":199.90}"
                                .formatted(
                                        confirmId,
                                        market.owner(),
                                        market.demander(),
                                        data.getString("dataID"),
                                        demand)));
        for (Visitor party : List.of(market.seller(), market.buyer(), platform.asAdmin())) {
            JsonObject basis =
                    party.get("queryDemandForSettlement?confirmID=" + confirmId).data();
            assertThat(basis.getString("registrationID")).isEqualTo(resource);
            assertThat(basis.getString("settlement_status")).isEqualTo("未结算");
        }
        assertThat(confirm(demand, resource).data()).isEqualTo(bound);
        Refusals.check(
                market.seller().post("revokePublishedData", json("{\"registrationID\":\"%s\"}".formatted(resource))),
                409,
                "40996",
                "registrationID");
    }

    @InTurn
    @Test
    void everyAnswerIsWrappedAsTheTablesPrint() {
        Answer registered = market.seller().post("registerData", market.data());
        assertThat(registered.json().keySet()).containsExactly("status", "code", "errorMsg", "data");
        assertThat(registered.json().getInt("status")).isEqualTo(200);
        assertThat(registered.json().getString("code")).isEqualTo("0");

        Answer refused = platform.anonymous().post("registerData", market.data());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().getInt("status")).isEqualTo(401);
        assertThat(refused.failure()).isEqualTo("40101");
        assertThat(refused.json().getJsonObject("data")).isEmpty();
    }

    @InTurn
    @Test
    void eachFunctionHasTwoSpellings() {
        String resource = market.seller()
                .post("v1/data/registerData", market.data())
                .data()
                .getString("registrationID");

        assertThat(market.seller()
                        .get("v1/data/queryPublishedData?registrationID=" + resource)
                        .data()
                        .getString("publish_status"))
                .isEqualTo("NO");
        assertThat(market.seller().get("v1/data/nothing").status()).isEqualTo(404);
        assertThat(market.seller().get("v1/data/v1").status()).isEqualTo(404);
        assertThat(market.seller().get("v1/data/platform/v1/accounts/me").status())
                .isEqualTo(404);
        assertThat(market.seller().get("v1/data/registerData").status()).isEqualTo(405);
    }

    @InTurn
    @Test
    void theSameDataFromManySidesIsRegisteredOnce() {
        JsonObject data = market.data();
        Callable<Answer> call = () -> market.seller().post("registerData", data);

        List<Answer> answers = AtOnce.send(Collections.nCopies(MANY, call));

        assertThat(answers.stream().map(Answer::data).distinct()).hasSize(1);
    }

    @InTurn
    @Test
    void oneOfManyConfirmationsWins() {
        List<String> offers = IntStream.range(0, 4)
                .mapToObj(i -> market.offer(market.data(), "1"))
                .toList();
        String demand = market.want();
        List<Callable<Answer>> tries = IntStream.range(0, MANY)
                .<Callable<Answer>>mapToObj(i -> () -> confirm(demand, offers.get(i % offers.size())))
                .toList();

        List<Answer> answers = AtOnce.send(tries);

        List<JsonObject> won = answers.stream()
                .filter(answer -> answer.status() == 200)
                .map(Answer::data)
                .distinct()
                .toList();
        assertThat(won).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(MANY / offers.size());
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> Refusals.check(answer, 409, "40994", "demandID"));
    }

    @InTurn
    @Test
    void strangersNeitherSeeNorActUntilItIsPublished() {
        Visitor stranger =
                market.as(platform.account(platform.freshOrganisation(), "OPERATOR", "PROVIDER", "CONSUMER"));
        String resource =
                market.seller().post("registerData", market.data()).data().getString("registrationID");
        String demand =
                market.buyer().post("registerDemand", market.demand()).data().getString("demandID");

        Refusals.check(stranger.get("queryPublishedData?registrationID=" + resource), 404, "40490", "registrationID");
        Refusals.check(stranger.get("queryPublishedDemand?demandID=" + demand), 404, "40491", "demandID");
        Refusals.check(
                stranger.post(
                        "publishData",
                        market.publication(resource).add("price", 1).build()),
                400,
                "40082",
                "owner");
        Refusals.check(market.buyer().post("registerData", market.data()), 403, "40301", "PROVIDER");
        Refusals.check(market.seller().post("registerDemand", market.demand()), 403, "40301", "CONSUMER");
        Visitor other = market.as(platform.account(market.sellerAccount().organisationId(), "PROVIDER"));
        Refusals.check(
                other.post(
                        "publishData",
                        market.publication(resource).add("price", 1).build()),
                403,
                "40380",
                "owner");
        assertThat(market.seller()
                        .get("queryPublishedData?registrationID=" + resource)
                        .data()
                        .getString("publish_status"))
                .isEqualTo("NO");
    }

    @InTurn
    @Test
    void aRegistrationIsDoneOnceUnderItsKeyAndIsOnRecord() {
        String key = platform.freshName("key");
        String requestId = platform.freshName("request");
        JsonObject demand = market.demand();

        String first = keyed(key, requestId, demand).data().getString("demandID");
        String again = keyed(key, platform.freshName("request"), demand).data().getString("demandID");

        assertThat(again).isEqualTo(first);
        assertThat(platform.auditRecords(requestId)).singleElement().satisfies(record -> {
            assertThat(record.getString("action")).isEqualTo("POST /registerDemand");
            assertThat(record.getString("target")).isEqualTo("demand " + first);
            assertThat(record.getString("account")).isEqualTo(market.demander());
        });
    }

    private Answer keyed(String key, String requestId, JsonObject demand) {
        return market.buyer()
                .send(market.buyer()
                        .request("registerDemand")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header("X-Request-ID", requestId)
                        .POST(BodyPublishers.ofString(demand.toString()))
                        .build());
    }

    private Answer confirm(String demand, String resource) {
        return market.buyer()
                .post(
                        "confirmDemand",
                        market.named(demand).add("registrationID", resource).build());
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
