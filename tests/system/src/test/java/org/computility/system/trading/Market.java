package org.computility.system.trading;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.computility.system.Answer;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/** A seller and a buyer, each of an organisation of its own, and what they send as the tables of T/AI 123.12 print it. */
public final class Market {

    private final Platform platform;
    private final Platform.Account sellerAccount;
    private final Platform.Account buyerAccount;
    private final Visitor seller;
    private final Visitor buyer;
    private final String key;

    public Market(Platform platform) {
        this(platform, "EC_P256");
    }

    /** The seller's delivery pair is of that algorithm. */
    public Market(Platform platform, String algorithm) {
        this.platform = platform;
        sellerAccount = platform.account(platform.freshOrganisation(), "PROVIDER");
        buyerAccount = platform.account(platform.freshOrganisation(), "CONSUMER");
        seller = as(sellerAccount);
        buyer = as(buyerAccount);
        key = seller.post(
                        "platform/v1/market/delivery-keys",
                        Json.createObjectBuilder().add("algorithm", algorithm).build())
                .expect(200)
                .json()
                .getString("publicKey");
    }

    public Visitor as(Platform.Account account) {
        return platform.as(platform.login(account.username(), account.password()));
    }

    public Visitor seller() {
        return seller;
    }

    public Visitor buyer() {
        return buyer;
    }

    public String owner() {
        return sellerAccount.username();
    }

    public String demander() {
        return buyerAccount.username();
    }

    public Platform.Account buyerAccount() {
        return buyerAccount;
    }

    /** The public key of the seller's delivery pair, in PEM. */
    public String key() {
        return key;
    }

    public Platform.Account sellerAccount() {
        return sellerAccount;
    }

    /** Table A.2. */
    public JsonObject data() {
        return data(platform.freshName("data"));
    }

    /** The same for data of that number. */
    public JsonObject data(String dataId) {
        return Json.createObjectBuilder()
                .add("owner", owner())
                .add("key_words", array("水库", "motion"))
                .add("dataID", dataId)
                .add("description", "What moved at gate 7")
                .add("data_type", "数据集")
                .add("data_format", "jsonl")
                .add("data_size", 12.5)
                .add("data_category", array("水利"))
                .add("collection_time", "2026-11-22 16:00:00")
                .add("country", "中国")
                .add("provider_url", "https://example.org/")
                .add("resource_url", "http://127.0.0.1/data/gate-7")
                .add("ownership_confirm", "https://example.org/ownership/gate-7")
                .add("public_key", key)
                .add("subscribe_confirm", "NO")
                .build();
    }

    /** Table A.17. */
    public JsonObject demand() {
        return Json.createObjectBuilder()
                .add("demander", demander())
                .add("data_category", array("水利"))
                .add("key_words", array("motion"))
                .add("description", "Movement at gates")
                .add("data_type", "数据集")
                .add("subscribe_confirm", "NO")
                .build();
    }

    /** Registers data, and publishes it at that price; its registrationID. */
    public String offer(JsonObject data, String price) {
        String id = seller.post("registerData", data).data().getString("registrationID");
        seller.post(
                        "publishData",
                        publication(id)
                                .add("price", Json.createValue(new BigDecimal(price)))
                                .build())
                .data();
        return id;
    }

    /** Registers and publishes a demand; its demandID. */
    public String want() {
        String id = buyer.post("registerDemand", demand()).data().getString("demandID");
        buyer.post("publishDemand", named(id).build()).data();
        return id;
    }

    /** Table A.42, by the buyer; it takes as long as encrypting the data does. */
    public Answer deliver(JsonObject licence) {
        JsonObject body = Json.createObjectBuilder().add("licenses", licence).build();
        return buyer.send(buyer.request("deliver")
                .timeout(Duration.ofMinutes(10))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Table A.5 without a price, for what is not free. */
    public JsonObjectBuilder publication(String registrationId) {
        return Json.createObjectBuilder()
                .add("owner", owner())
                .add("registrationID", registrationId)
                .add("free", false);
    }

    /** Tables A.20 and A.26, and the beginning of A.29. */
    public JsonObjectBuilder named(String demandId) {
        return Json.createObjectBuilder().add("demander", demander()).add("demandID", demandId);
    }

    private static JsonArrayBuilder array(String... texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String text : texts) {
            array.add(text);
        }
        return array;
    }
}
