package org.computility.system.trading;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import org.computility.system.Answer;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/** A publisher and a subscriber, and what they send as tables A.57 to A.85 of T/AI 123.12 print it. */
public final class ServiceMarket {

    public static final String METERED = "{\"unit\":\"CALL\",\"price\":0.5}";

    private final Platform platform;
    private final Kind kind;
    private final Platform.Account publisherAccount;
    private final Platform.Account subscriberAccount;
    private final Visitor publisher;
    private final Visitor subscriber;

    /** Models or applications. */
    public enum Kind {
        MODEL("v1/model/", "modelId", "api", "subscribeId", "publisherId"),
        APPLICATION("v1/application/", "appId", "url", "subscriberId", "subscriberId");

        public final String path;
        public final String number;
        public final String address;
        public final String subscriber;
        public final String paid;

        Kind(String path, String number, String address, String subscriber, String paid) {
            this.path = path;
            this.number = number;
            this.address = address;
            this.subscriber = subscriber;
            this.paid = paid;
        }
    }

    public ServiceMarket(Platform platform, Kind kind) {
        this(
                platform,
                kind,
                platform.account(platform.freshOrganisation(), "PROVIDER"),
                platform.account(platform.freshOrganisation(), "CONSUMER"));
    }

    /** Between these two. */
    public ServiceMarket(
            Platform platform, Kind kind, Platform.Account publisherAccount, Platform.Account subscriberAccount) {
        this(
                platform,
                kind,
                publisherAccount,
                platform.as(platform.login(publisherAccount.username(), publisherAccount.password())),
                subscriberAccount,
                platform.as(platform.login(subscriberAccount.username(), subscriberAccount.password())));
    }

    /** Between these two, who have their tokens. */
    public ServiceMarket(
            Platform platform,
            Kind kind,
            Platform.Account publisherAccount,
            Visitor publisher,
            Platform.Account subscriberAccount,
            Visitor subscriber) {
        this.platform = platform;
        this.kind = kind;
        this.publisherAccount = publisherAccount;
        this.publisher = publisher;
        this.subscriberAccount = subscriberAccount;
        this.subscriber = subscriber;
    }

    public Visitor as(Platform.Account account) {
        return platform.as(platform.login(account.username(), account.password()));
    }

    public Kind kind() {
        return kind;
    }

    public Visitor publisher() {
        return publisher;
    }

    public Visitor subscriber() {
        return subscriber;
    }

    public String publisherName() {
        return publisherAccount.username();
    }

    public String subscriberName() {
        return subscriberAccount.username();
    }

    public Platform.Account subscriberAccount() {
        return subscriberAccount;
    }

    public Platform.Account publisherAccount() {
        return publisherAccount;
    }

    /** Tables A.57 and A.72. */
    public JsonObject publication(String address, String type, String method) {
        return Json.createObjectBuilder()
                .add("publisherId", publisherName())
                .add(kind.number, platform.freshName("service"))
                .add("billingType", type)
                .add("billingMethod", json(method))
                .add(kind.address, address)
                .build();
    }

    /** Publishes; its publishId. */
    public String publish(String address, String type, String method) {
        return publisher
                .post(kind.path + "publish", publication(address, type, method))
                .data()
                .getString("publishId");
    }

    /** Tables A.60 and A.74. */
    public JsonObject subscription(String publishId, String type, String method) {
        return Json.createObjectBuilder()
                .add(kind.subscriber, subscriberName())
                .add("publishId", publishId)
                .add("billingType", type)
                .add("billingMethod", method)
                .build();
    }

    /** Publishes, and subscribes to it; the order and its licence. */
    public JsonObject subscribe(String address, String type, String method) {
        String publishId = publish(address, type, method);
        return subscriber
                .post(kind.path + "subscribe", subscription(publishId, type, method))
                .data();
    }

    /** Tables A.63 and A.78. */
    public JsonObject delivery(String address, JsonObject licences) {
        JsonObjectBuilder call =
                Json.createObjectBuilder().add(kind.address, address).add("licenses", licences);
        return (kind == Kind.MODEL ? call.add("input", "Will it hold?") : call.add("input", json("{\"gate\":7}")))
                .build();
    }

    public Answer deliver(String address, JsonObject order) {
        return subscriber.post(kind.path + "delivery", delivery(address, order.getJsonObject("licenses")));
    }

    public Answer deliver(String address, JsonObject order, String key) {
        return subscriber.send(subscriber
                .request(kind.path + "delivery")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(
                        delivery(address, order.getJsonObject("licenses")).toString()))
                .build());
    }

    /** Tables A.66 and A.81. */
    public JsonObject userSettlement(String orderId) {
        return Json.createObjectBuilder()
                .add("subscriberId", subscriberName())
                .add("orderId", orderId)
                .add("paymentProof", json("{\"method\":\"BALANCE\"}"))
                .build();
    }

    /** Tables A.69 and A.84. */
    public JsonObject providerSettlement(String orderId) {
        return Json.createObjectBuilder()
                .add(kind.paid, kind == Kind.MODEL ? publisherName() : subscriberName())
                .add("orderId", orderId)
                .add("creditInfo", json("{\"bank\":\"ICBC\",\"account\":\"62220200\"}"))
                .build();
    }

    /** The number of the transfer that pays in for the subscriber. */
    public String deposit(String amount) {
        return platform.asAdmin()
                .post(
                        "platform/v1/settlement/deposits",
                        Json.createObjectBuilder()
                                .add("account", subscriberAccount.organisationId())
                                .add("amount", new BigDecimal(amount))
                                .add("reference", platform.freshName("deposit"))
                                .build())
                .expect(200, 201)
                .json()
                .getString("id");
    }

    public BigDecimal prepaid() {
        return balance(subscriber, "PREPAID");
    }

    public BigDecimal payable() {
        return balance(publisher, "PAYABLE");
    }

    private static BigDecimal balance(Visitor reader, String accountKind) {
        return reader
                .get("platform/v1/settlement/accounts")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(account -> account.getString("kind").equals(accountKind))
                .map(account -> account.getJsonNumber("balance").bigDecimalValue())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** The body with another value there; null leaves the member out. */
    public static JsonObject with(JsonObject body, String member, JsonValue value) {
        var changed = Json.createObjectBuilder(body).remove(member);
        return value == null ? changed.build() : changed.add(member, value).build();
    }

    public static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
