package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Data, models and applications by key word and category, for every user of the network (T/AI 123.8, clause 7.1). */
@OnTheServer
@InTurn
class CatalogueIT {

    private static final String MARKET = "platform/v1/market/";

    private final Platform platform;
    private final Visitor user;
    private final String word;

    CatalogueIT(Platform platform) {
        this.platform = platform;
        Platform.Account account = platform.account(platform.freshOrganisation(), "CONSUMER");
        user = platform.as(platform.login(account.username(), account.password()));
        word = platform.freshName("w").replace("-", "");
    }

    @Test
    void dataIsFoundByKeyWordCategoryAndType() {
        Market market = new Market(platform);
        String dataSet = market.offer(data(market, "数据集"), "3");
        String model = market.offer(data(market, "模型"), "3");

        JsonObject found = only("resources", "query=" + word);
        assertThat(found.getString("registrationID")).isEqualTo(dataSet);
        assertThat(found.getString("owner")).isEqualTo(market.owner());
        assertThat(found.getJsonNumber("price").bigDecimalValue()).isEqualByComparingTo("3");
        assertThat(found.getString("dataFormat")).isEqualTo("jsonl");
        assertThat(found.getJsonNumber("dataSize").bigDecimalValue()).isEqualByComparingTo("12.5");
        assertThat(found.getString("collectionTime")).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(found.getString("country")).isEqualTo("中国");
        assertThat(found.getString("providerUrl")).isEqualTo("https://example.org/");
        assertThat(found.getString("ownershipConfirm")).isEqualTo("https://example.org/ownership/gate-7");
        assertThat(only("resources", "type=model&query=" + word).getString("registrationID"))
                .isEqualTo(model);
        assertThat(only("resources", "query=" + word + "&category=" + encoded("水利"))
                        .getString("registrationID"))
                .isEqualTo(dataSet);
        assertThat(found("resources", "query=" + word + "&category=" + encoded("教育")))
                .isEmpty();
        assertThat(user.get(MARKET + "resources?pageSize=1").expect(200).json().getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    void controlledDataIsFoundUnlessItIsNotPublicAndLeavesWhenItIsRevoked() {
        DataSpace space = new DataSpace(platform, new Market(platform));
        String hidden = platform.freshName("hidden");
        space.visitor()
                .post("publishDatasets", said(space.publication()).build())
                .data();
        JsonObject notPublic =
                said(space.publication()).add("dataID", hidden).add("isOpen", 0).build();
        space.visitor().post("publishDatasets", notPublic).data();

        JsonObject found = only("resources", "query=" + word);
        assertThat(found.getString("registrationID")).isEqualTo("TDS-CONTROLLED");
        assertThat(found.getString("dataID")).isEqualTo(space.dataId());
        assertThat(found.getString("owner")).isEqualTo("TRUSTED_DATA_SPACE");
        assertThat(found.getString("type")).isEqualTo("dataset");
        assertThat(found.getString("description")).isEqualTo("What moved");
        assertThat(found.getString("protocol")).isEqualTo("https");
        assertThat(found.getString("source")).isEqualTo("gate 7");
        assertThat(found.getInt("isOpen")).isEqualTo(1);
        assertThat(found.getBoolean("controlled")).isTrue();
        user.get("queryPublishedData?registrationID=TDS-CONTROLLED&dataID=" + hidden)
                .data();
        space.visitor().post("revokePublishedData", space.number()).data();
        assertThat(found("resources", "query=" + word)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ServiceMarket.Kind.class)
    void modelsAndApplicationsAreFoundByWhatTheirPublisherSays(ServiceMarket.Kind kind) {
        try (SoldService service = new SoldService()) {
            ServiceMarket market = new ServiceMarket(platform, kind);
            String published = market.publish(service.address("/chat"), "METERED", ServiceMarket.METERED);
            String list = kind == ServiceMarket.Kind.MODEL ? "models" : "applications";
            String description = MARKET + "publications/" + published + "/description";
            assertThat(found(list, "query=" + word)).isEmpty();

            market.publisher().put(description, said(word)).expect(204);

            JsonObject found = only(list, "query=" + word + "&category=" + encoded("水利"));
            assertThat(found.getString("publishId")).isEqualTo(published);
            assertThat(found.getString("title")).isEqualTo("洪水预报");
            assertThat(found(list, "query=" + word + "&category=" + encoded("教育")))
                    .isEmpty();
            Refusals.named(market.subscriber().put(description, said(word)), 403, "role-missing");
            Refusals.check(
                    market.publisher()
                            .put(description, Json.createObjectBuilder().build()),
                    400,
                    "member-missing",
                    "title");
            market.publisher().delete(MARKET + "publications/" + published).expect(204);
            assertThat(found(list, "query=" + word)).isEmpty();
        }
    }

    @Test
    void devicesSeeNothingAndLongQuestionsAreRefused() {
        Platform.Account account = platform.account(platform.freshOrganisation(), "DEVICE");
        Visitor device = platform.as(platform.login(account.username(), account.password()));
        for (String list : List.of("resources", "models", "applications")) {
            Refusals.named(device.get(MARKET + list), 403, "role-missing");
            Refusals.named(platform.anonymous().get(MARKET + list), 401, "token-missing");
            Refusals.check(user.get(MARKET + list + "?query=" + "x".repeat(257)), 400, "member-too-long", "query");
            Refusals.check(user.get(MARKET + list + "?page=0"), 400, "page-number-invalid", "page");
        }
    }

    private JsonObject data(Market market, String type) {
        return Json.createObjectBuilder(market.data())
                .add("data_type", type)
                .add("description", "What moved, " + word)
                .build();
    }

    private JsonObjectBuilder said(JsonObjectBuilder publication) {
        return publication.add("key_words", Json.createArrayBuilder().add(word));
    }

    private static JsonObject said(String word) {
        return Json.createObjectBuilder()
                .add("title", "洪水预报")
                .add("categories", Json.createArrayBuilder().add("水利"))
                .add("keyWords", Json.createArrayBuilder().add(word))
                .build();
    }

    private JsonObject only(String list, String query) {
        List<JsonObject> found = found(list, query);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<JsonObject> found(String list, String query) {
        return user.get(MARKET + list + "?" + query)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
