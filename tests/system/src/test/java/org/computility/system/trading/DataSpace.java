package org.computility.system.trading;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.computility.system.Answer;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/** A trusted data space, and one of its data sold to the market's buyer, as T/AI 123.12 prints it. */
public final class DataSpace {

    private final Market market;
    private final Visitor visitor;
    private final String dataId;
    private JsonObject licence;

    public DataSpace(Platform platform, Market market) {
        this(platform, market, platform.freshOrganisation());
    }

    /** Of that organisation. */
    public DataSpace(Platform platform, Market market, String organisationId) {
        this.market = market;
        visitor = market.as(platform.account(organisationId, "PLATFORM"));
        dataId = platform.freshName("controlled");
    }

    public Visitor visitor() {
        return visitor;
    }

    public String dataId() {
        return dataId;
    }

    public JsonObject licence() {
        return licence;
    }

    /** Table A.8. */
    public JsonObjectBuilder publication() {
        return Json.createObjectBuilder()
                .add("owner", "TRUSTED_DATA_SPACE")
                .add("dataID", dataId)
                .add("registrationID", "TDS-CONTROLLED")
                .add("description", "What moved")
                .add("protocol", "https")
                .add("isOpen", 1)
                .add("source", "gate 7")
                .add("key_words", Json.createArrayBuilder().add("motion"))
                .add("free", true);
    }

    /** Table A.14 for the data. */
    public JsonObject number() {
        return Json.createObjectBuilder()
                .add("registrationID", "TDS-CONTROLLED")
                .add("dataID", dataId)
                .build();
    }

    /** Publishes the data, and sells it; what the settlement answered. */
    public JsonObject sell() {
        visitor.post("publishDatasets", publication().build()).data();
        JsonObject wanted = market.named(market.want())
                .add("registrationID", "TDS-CONTROLLED")
                .add("dataID", dataId)
                .build();
        String trade = market.buyer().post("confirmDemand", wanted).data().getString("confirmID");
        JsonObject paid =
                market.buyer().post("settlement", Purchase.confirmation(trade)).data();
        licence = paid.getJsonObject("licenses");
        return paid;
    }

    /** Tables A.48 to A.50 for the buyer and that scene. */
    public JsonObjectBuilder policy(String name, JsonObject... scenes) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonObject scene : scenes) {
            all.add(scene);
        }
        return Json.createObjectBuilder()
                .add("licenses", licence)
                .add("dataID", dataId)
                .add("policyName", name)
                .add("relUsers", Json.createArrayBuilder().add(user(market.demander(), market.demander(), 0)))
                .add("useScenes", all);
    }

    /** Table A.49. */
    static JsonObject user(String id, String name, int group) {
        return Json.createObjectBuilder()
                .add("userId", id)
                .add("userName", name)
                .add("isGroup", group)
                .build();
    }

    public Answer deliver(JsonObject policy) {
        return visitor.post("deliverDatasets", policy);
    }

    /** One use, by the buyer, in the scene {@code training}. */
    public JsonObjectBuilder use() {
        return Json.createObjectBuilder().add("userId", market.demander()).add("scene", "training");
    }

    public Answer use(String policy, JsonObject use) {
        return visitor.post("platform/v1/market/policies/" + policy + "/uses", use);
    }

    /** A scene {@code training} with these clauses, as JSON. */
    public static JsonObjectBuilder scene() {
        return Json.createObjectBuilder().add("useSence", "training");
    }
}
