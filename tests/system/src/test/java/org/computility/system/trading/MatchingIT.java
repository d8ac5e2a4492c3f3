package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

/** What fits in the market, and who is told (T/AI 123.12 clause 6.3 a). */
@OnTheServer
class MatchingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String MATCHES = "platform/v1/market/matches?";

    private final Platform platform;
    private final Market market;
    private final String word;

    MatchingIT(Platform platform) {
        this.platform = platform;
        market = new Market(platform);
        word = platform.freshName("闸门");
    }

    @Test
    void aDemandAndADataResourceFindEachOtherAndSayWhy() {
        String resource = market.offer(about(market.data()), "10");
        String demand = want();

        JsonObject found = first(market.buyer(), "demandID=" + demand);
        assertThat(found.getString("registrationID")).isEqualTo(resource);
        assertThat(found.getString("party")).isEqualTo(market.owner());
        assertThat(found.getJsonNumber("score").doubleValue()).isBetween(0.5, 1.0);
        assertThat(reasons(found, "en")).contains("Both have the key word " + word + ".");
        assertThat(reasons(found, "zh")).contains("关键词一致：" + word, "分类一致：水利");
        assertThat(first(market.seller(), "registrationID=" + resource).getString("demandID"))
                .isEqualTo(demand);
    }

    @InTurn
    @Test
    void controlledDataFitsUnderTheOneNumberAndItsDataIdWhichTheBuyerIsTold() {
        String demand = want();
        DataSpace space = new DataSpace(platform, market);
        space.visitor()
                .post("publishDatasets", about(space.publication().build()))
                .data();

        JsonObject found = first(market.buyer(), "demandID=" + demand);
        assertThat(found.getString("registrationID")).isEqualTo("TDS-CONTROLLED");
        assertThat(found.getString("dataID")).isEqualTo(space.dataId());
        assertThat(found.getString("party")).isEqualTo("TRUSTED_DATA_SPACE");
        String number = "registrationID=TDS-CONTROLLED&dataID=" + space.dataId();
        assertThat(first(space.visitor(), number).getString("demandID")).isEqualTo(demand);
        await().atMost(PATIENCE).until(() -> notifications(market.buyer()).size() == 1);
        assertThat(notifications(market.buyer()).getJsonObject(0).getString("textEn"))
                .contains(demand, "TDS-CONTROLLED " + space.dataId());
        Refusals.check(market.buyer().get(MATCHES + "registrationID=TDS-CONTROLLED"), 400, "member-missing", "dataID");
        space.visitor().post("revokePublishedData", space.number()).data();
        assertThat(matches(market.buyer(), "demandID=" + demand).toString()).doesNotContain(space.dataId());
        Refusals.check(market.buyer().get(MATCHES + number), 404, "resource-unknown", "registrationID");
    }

    @InTurn
    @Test
    void bothSidesAreToldOnceOfWhatIsPublishedAfterwards() {
        String demand = want();
        JsonObject data = about(market.data());
        String resource = market.offer(data, "10");

        await().atMost(PATIENCE).until(() -> notifications(market.buyer()).size() == 1);
        JsonObject told = notifications(market.buyer()).getJsonObject(0);
        assertThat(told.getString("kind")).isEqualTo("MATCH");
        assertThat(told.getString("link")).isEqualTo("/" + MATCHES + "demandID=" + demand);
        assertThat(told.getString("textEn")).contains(demand, resource, word);
        assertThat(told.getString("textZh")).contains(demand, resource, word);

        String second = want();
        await().atMost(PATIENCE)
                .until(() -> notifications(market.seller()).stream()
                        .anyMatch(
                                each -> each.asJsonObject().getString("textEn").contains(second)));
        revoke(resource);
        market.seller().post("publishData", publication(resource)).data();
        String third = want();
        await().atMost(PATIENCE)
                .until(() -> notifications(market.seller()).stream()
                        .anyMatch(
                                each -> each.asJsonObject().getString("textEn").contains(third)));
        assertThat(notifications(market.buyer()))
                .filteredOn(each -> each.asJsonObject().getString("textEn").contains(demand))
                .as("published once more, and told once")
                .hasSize(1);
    }

    @InTurn
    @Test
    void whatLeftTheMarketFitsNothingAndIsNotFound() {
        String resource = market.offer(about(market.data()), "10");
        String demand = want();
        revoke(resource);

        assertThat(matches(market.buyer(), "demandID=" + demand).toString()).doesNotContain(resource);
        Refusals.check(
                market.buyer().get(MATCHES + "registrationID=" + resource), 404, "resource-unknown", "registrationID");
        Refusals.check(market.buyer().get(MATCHES + "demandID=x%27"), 404, "demand-unknown", "demandID");
        Refusals.check(market.buyer().get(MATCHES + "demandID=" + resource), 404, "demand-unknown", "demandID");
        Refusals.check(market.buyer().get(MATCHES), 400, "member-missing", "demandID");
        Refusals.check(
                market.buyer().get(MATCHES + "demandID=" + demand + "&registrationID=" + resource),
                400,
                "member-invalid",
                "demandID");
    }

    private String want() {
        String id = market.buyer()
                .post("registerDemand", about(market.demand()))
                .data()
                .getString("demandID");
        market.buyer().post("publishDemand", market.named(id).build()).data();
        return id;
    }

    private void revoke(String resource) {
        market.seller()
                .post(
                        "revokePublishedData",
                        Json.createObjectBuilder()
                                .add("registrationID", resource)
                                .build())
                .data();
    }

    private JsonObject publication(String resource) {
        return market.publication(resource).add("price", 12).build();
    }

    /** The same, about nothing that other tests trade. */
    private JsonObject about(JsonObject body) {
        return Json.createObjectBuilder(body)
                .add("key_words", Json.createArrayBuilder().add(word))
                .build();
    }

    private static JsonObject first(Visitor visitor, String query) {
        return matches(visitor, query).getJsonObject(0);
    }

    private static JsonArray matches(Visitor visitor, String query) {
        return visitor.get(MATCHES + query).expect(200).json().getJsonArray("items");
    }

    private static JsonArray notifications(Visitor visitor) {
        return visitor.get("platform/v1/notifications").expect(200).json().getJsonArray("items");
    }

    private static List<String> reasons(JsonObject match, String language) {
        return match.getJsonArray("reasons").getValuesAs(JsonObject.class).stream()
                .map(reason -> reason.getString(language))
                .toList();
    }
}
