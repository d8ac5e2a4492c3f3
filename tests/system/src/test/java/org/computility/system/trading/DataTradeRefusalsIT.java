package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every member of the tables of the market missing, mistyped, too long, in the family's own words. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataTradeRefusalsIT {

    private static final String MISSING = "40001";
    private static final String TYPE = "40002";
    private static final String TOO_LONG = "40003";
    private static final String INVALID = "40004";

    private Market market;
    private String resource;
    private String demand;

    @BeforeAll
    void open(Platform platform) {
        market = new Market(platform);
        resource = market.seller().post("registerData", market.data()).data().getString("registrationID");
        demand = market.buyer().post("registerDemand", market.demand()).data().getString("demandID");
    }

    @ParameterizedTest
    @CsvSource({
        "registerData, owner, true, 65",
        "registerData, dataID, true, 129",
        "registerData, description, true, 4001",
        "registerData, data_type, true, 65",
        "registerData, data_format, true, 65",
        "registerData, collection_time, true, 24",
        "registerData, country, true, 65",
        "registerData, provider_url, false, 2049",
        "registerData, resource_url, true, 2049",
        "registerData, ownership_confirm, true, 2049",
        "registerData, public_key, true, 8193",
        "publishData, owner, true, 65",
        "publishData, registrationID, true, 65",
        "revokePublishedData, registrationID, true, 65",
        "revokePublishedData, dataID, false, 129",
        "registerDemand, demander, true, 65",
        "registerDemand, description, false, 4001",
        "registerDemand, data_type, true, 65",
        "publishDemand, demander, true, 65",
        "publishDemand, demandID, true, 65",
        "revokeDemand, demander, true, 65",
        "revokeDemand, demandID, true, 65",
        "confirmDemand, demander, true, 65",
        "confirmDemand, demandID, true, 65",
        "confirmDemand, registrationID, true, 65",
        "confirmDemand, dataID, false, 129"
    })
    void aTextIsThereIsATextAndIsNotTooLong(String operation, String member, boolean required, int tooLong) {
        if (required) {
            refused(operation, member, null, MISSING);
        }
        refused(operation, member, Json.createValue(""), MISSING);
        refused(operation, member, Json.createValue(7), TYPE);
        refused(operation, member, Json.createArrayBuilder().add("x").build(), TYPE);
        refused(operation, member, Json.createValue("水".repeat(tooLong)), TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"registerData", "registerDemand"})
    void listsOfWordsHaveWords(String operation) {
        for (String member : new String[] {"key_words", "data_category"}) {
            refused(operation, member, null, MISSING);
            refused(operation, member, Json.createValue("motion"), TYPE);
            refused(operation, member, JsonValue.EMPTY_JSON_ARRAY, INVALID);
            refused(operation, member, Json.createArrayBuilder().add("").build(), MISSING);
            refused(operation, member, Json.createArrayBuilder().add(1).build(), TYPE);
            refused(
                    operation,
                    member,
                    Json.createArrayBuilder().add("x".repeat(65)).build(),
                    TOO_LONG);
        }
        refused(operation, "subscribe_confirm", Json.createValue("perhaps"), INVALID);
    }

    @Test
    void numbersTimesAndAddressesAreOnes() {
        refused("registerData", "data_size", null, MISSING);
        refused("registerData", "data_size", Json.createValue("12"), TYPE);
        refused("registerData", "data_size", Json.createValue(-1), INVALID);
        refused("registerData", "collection_time", Json.createValue("2026-02-30 00:00:00"), INVALID);
        refused("registerData", "resource_url", Json.createValue("ftp://example.org/"), "40008");
        refused("registerData", "resource_url", Json.createValue("http://10.0.0.1/"), "40009");
        refused("registerData", "provider_url", Json.createValue("javascript:alert(1)"), "40008");
        refused("registerData", "ownership_confirm", Json.createValue("nowhere"), "40008");
        refused("registerData", "public_key", Json.createValue("MFkw"), "40080");
    }

    @Test
    void termsAreFreeOrAPrice() {
        refused("publishData", "free", null, MISSING);
        refused("publishData", "free", Json.createValue("true"), TYPE);
        refused("publishData", "price", null, MISSING);
        refused("publishData", "price", Json.createValue("1"), TYPE);
        refused("publishData", "price", Json.createValue(0), INVALID);
        refused("publishData", "price", Json.createValue(-1), INVALID);
        refused("publishData", "price", Json.createValue(1.005), INVALID);
        JsonObject free = with(valid("publishData"), "free", JsonValue.TRUE);
        Refusals.check(market.seller().post("publishData", free), 400, "40081", "price");
        assertThat(market.seller()
                        .get("queryPublishedData?registrationID=" + resource)
                        .data()
                        .getString("publish_status"))
                .isEqualTo("NO");
    }

    @ParameterizedTest
    @CsvSource({
        "queryPublishedData, registrationID, 40490",
        "queryPublishedDemand, demandID, 40491",
        "queryDemandForSettlement, confirmID, 40492"
    })
    void aQueryNamesWhatItAsksFor(String operation, String member, String unknown) {
        Visitor visitor = market.seller();
        Refusals.check(visitor.get(operation), 400, MISSING, member);
        Refusals.check(visitor.get(operation + "?" + member + "="), 400, MISSING, member);
        Refusals.check(visitor.get(operation + "?" + member + "=" + "x".repeat(65)), 400, TOO_LONG, member);
        Refusals.check(visitor.get(operation + "?" + member + "=nothing"), 404, unknown, member);
        Refusals.check(
                visitor.get(operation + "?" + member + "=00000000-0000-4000-8000-000000000000"), 404, unknown, member);
    }

    @Test
    void anEmptyDataIdCountsAsAbsent() {
        assertThat(market.seller()
                        .get("queryPublishedData?dataID=&registrationID=" + resource)
                        .data()
                        .getString("publish_status"))
                .isEqualTo("NO");
    }

    private void refused(String operation, String member, JsonValue value, String code) {
        Answer answer = visitor(operation).post(operation, with(valid(operation), member, value));
        Refusals.check(answer, 400, code, member);
    }

    private Visitor visitor(String operation) {
        return operation.contains("Demand") ? market.buyer() : market.seller();
    }

    private JsonObject valid(String operation) {
        return switch (operation) {
            case "registerData" -> market.data();
            case "publishData" -> market.publication(resource).add("price", 10).build();
            case "revokePublishedData" ->
                Json.createObjectBuilder().add("registrationID", resource).build();
            case "registerDemand" -> market.demand();
            case "confirmDemand" ->
                market.named(demand).add("registrationID", resource).build();
            default -> market.named(demand).build();
        };
    }

    private static JsonObject with(JsonObject body, String member, JsonValue value) {
        var changed = Json.createObjectBuilder(body).remove(member);
        return value == null ? changed.build() : changed.add(member, value).build();
    }
}
