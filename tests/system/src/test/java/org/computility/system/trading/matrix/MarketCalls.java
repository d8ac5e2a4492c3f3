package org.computility.system.trading.matrix;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.computility.system.Answer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.trading.DataSpace;
import org.computility.system.trading.Market;
import org.computility.system.trading.ServiceMarket;
import org.computility.system.trading.SoldService;

/** One call of every operation of T/AI 123.12 that its party may make now, each on things of its own. */
final class MarketCalls {

    /** With all that a billing method may hold. */
    private static final String TIERED = """
            {"unit":"CALL","price":0.5,"tiers":[{"from":1000,"price":0.25}],"freeQuota":1,"term":365,"quota":100000}
            """;

    private final Platform platform;
    private final Market market;
    private final SoldService service;
    private final DataSpace space;
    private final Map<String, JsonObject> bodies = new TreeMap<>();

    /** The seller offers, the buyer buys, with the money that it needs; {@code service} is what is sold. */
    MarketCalls(Platform platform, Market market, SoldService service) {
        this.platform = platform;
        this.market = market;
        this.service = service;
        space = new DataSpace(platform, market, market.sellerAccount().organisationId());
        market.buyer()
                .put(
                        "platform/v1/accounts/me/key",
                        Json.createObjectBuilder()
                                .add("publicKey", market.key())
                                .build())
                .expect(200);
        deposit();
        offers();
        demands();
        trades();
        controlled();
        for (ServiceMarket.Kind kind : ServiceMarket.Kind.values()) {
            services(new ServiceMarket(platform, kind, market.sellerAccount(), market.buyerAccount()), kind);
        }
    }

    /** What the operation takes: the body, or the query of a GET. */
    JsonObject valid(String operation) {
        return bodies.get(operation);
    }

    /** The two parties, and the data space for what is its own. */
    Visitor party(String operation) {
        if (operation.endsWith("Datasets")) {
            return space.visitor();
        }
        boolean buys =
                operation.matches(".*(Demand.*|ettlement|eliver.*|subscribe)") && !operation.contains("provider");
        return buys ? market.buyer() : market.seller();
    }

    /** Calls the operation with that, in the spelling of the annex, or of clause 7.3 where it has one. */
    Answer call(Visitor visitor, String operation, JsonObject body, boolean versioned) {
        String[] parts = operation.split(" /");
        String path = (versioned && !parts[1].startsWith("v1/") ? "v1/data/" : "") + parts[1];
        if (parts[0].equals("POST")) {
            return visitor.send("POST", path, "application/json", BodyPublishers.ofString(body.toString()));
        }
        String query = body.entrySet().stream()
                .map(member -> member.getKey() + "=" + encoded(member.getValue()))
                .collect(Collectors.joining("&"));
        return visitor.get(path + "?" + query);
    }

    private static String encoded(JsonValue value) {
        String text = value instanceof jakarta.json.JsonString string ? string.getString() : value.toString();
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void deposit() {
        platform.asAdmin()
                .post(
                        "platform/v1/settlement/deposits",
                        Json.createObjectBuilder()
                                .add("account", market.buyerAccount().organisationId())
                                .add("amount", new BigDecimal("1000"))
                                .add("reference", platform.freshName("deposit"))
                                .build())
                .expect(200, 201);
    }

    private void offers() {
        bodies.put("POST /registerData", data());
        bodies.put(
                "POST /publishData",
                market.publication(registered()).add("price", 3).build());
        bodies.put("GET /queryPublishedData", number("registrationID", registered()));
        bodies.put("POST /revokePublishedData", number("registrationID", market.offer(data(), "3")));
    }

    private void demands() {
        bodies.put("POST /registerDemand", market.demand());
        bodies.put("POST /publishDemand", market.named(demanded()).build());
        bodies.put("GET /queryPublishedDemand", number("demandID", demanded()));
        bodies.put("POST /revokeDemand", market.named(market.want()).build());
    }

    private void trades() {
        bodies.put(
                "POST /confirmDemand",
                market.named(market.want())
                        .add("registrationID", market.offer(data(), "3"))
                        .build());
        JsonObject unpaid = number("confirmID", confirmed(data()));
        bodies.put("GET /queryDemandForSettlement", unpaid);
        bodies.put("POST /settlement", unpaid);
        JsonObject paid = number("confirmID", confirmed(data()));
        bodies.put("GET /querySettlement", paid);
        bodies.put("POST /deliver", licences(market.buyer().post("settlement", paid)));
        bodies.put("GET /queryDeliverResult", paid);
        JsonObject renewable = data();
        market.buyer()
                .post("settlement", number("confirmID", confirmed(renewable)))
                .data();
        bodies.put(
                "POST /updateLicenses",
                Json.createObjectBuilder()
                        .add("owner", market.owner())
                        .add("dataID", renewable.getString("dataID"))
                        .build());
    }

    private void controlled() {
        space.sell();
        bodies.put("POST /deliverDatasets", space.policy("training", scene()).build());
        // It is in the market by now: nobody else may say that it is theirs.
        bodies.put("POST /publishDatasets", space.publication().build());
    }

    /** With every clause of table A.50 that is enforced. */
    private static JsonObject scene() {
        JsonArray values = Json.createArrayBuilder().add("11").build();
        return DataSpace.scene()
                .add("counts", 100)
                .add("remainingCounts", 100)
                .add("visitArea", values)
                .add("envHard", values)
                .add("envSoft", values)
                .add("aiFrame", values)
                .add("cpCenter", Json.createObjectBuilder().add("allow", values))
                .build();
    }

    private void services(ServiceMarket between, ServiceMarket.Kind kind) {
        String address = service.address("/chat");
        String path = "POST /" + kind.path;
        bodies.put(path + "publish", between.publication(address, "METERED", TIERED));
        String published = between.publish(address, "METERED", ServiceMarket.METERED);
        bodies.put(path + "subscribe", between.subscription(published, "METERED", "CALL"));
        JsonObject called = between.subscribe(address, "METERED", ServiceMarket.METERED);
        bodies.put(path + "delivery", between.delivery(address, called.getJsonObject("licenses")));
        JsonObject owing = between.subscribe(address, "METERED", ServiceMarket.METERED);
        between.deliver(address, owing).data();
        bodies.put(path + "userSettlement", between.userSettlement(owing.getString("orderId")));
        if (kind == ServiceMarket.Kind.APPLICATION) {
            JsonObject other = between.subscribe(address, "METERED", ServiceMarket.METERED);
            between.deliver(address, other).data();
            bodies.put("GET /v1/application/userSettlement", between.userSettlement(other.getString("orderId")));
        }
        JsonObject earned = between.subscribe(address, "METERED", ServiceMarket.METERED);
        between.deliver(address, earned).data();
        market.buyer()
                .post(kind.path + "userSettlement", between.userSettlement(earned.getString("orderId")))
                .data();
        bodies.put(path + "providerSettlement", between.providerSettlement(earned.getString("orderId")));
    }

    private JsonObject data() {
        return Json.createObjectBuilder(market.data())
                .add("resource_url", service.address("/text"))
                .build();
    }

    private String registered() {
        return market.seller().post("registerData", data()).data().getString("registrationID");
    }

    private String demanded() {
        return market.buyer().post("registerDemand", market.demand()).data().getString("demandID");
    }

    private String confirmed(JsonObject data) {
        JsonObject body = market.named(market.want())
                .add("registrationID", market.offer(data, "3"))
                .build();
        return market.buyer().post("confirmDemand", body).data().getString("confirmID");
    }

    private static JsonObject licences(Answer settled) {
        return Json.createObjectBuilder()
                .add("licenses", settled.data().getJsonObject("licenses"))
                .build();
    }

    private static JsonObject number(String member, String number) {
        return Json.createObjectBuilder().add(member, number).build();
    }
}
