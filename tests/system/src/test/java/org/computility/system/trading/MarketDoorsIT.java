package org.computility.system.trading;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.computility.system.matrix.Crowd;
import org.computility.system.matrix.DoorsContract;
import org.computility.system.matrix.Matrix;
import org.computility.system.matrix.StoredState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Every operation of our own about the market, its money and its news, by both parties of a trade, by every role of their organisations, and by
 * strangers.
 */
@InTurn
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "looks into the database")
class MarketDoorsIT extends DoorsContract {

    private static final String BOOKS = ROOT + "settlement/";

    /** Three answers where they differ: to somebody of the role in the seller's organisation, in the buyer's, in a stranger's. */
    private static final Matrix WHO_MAY = new Matrix("""
            right      | seller | buyer | ADMINISTRATOR | OPERATOR   | AUDITOR    | PROVIDER                  | CONSUMER   | DEVICE | PLATFORM                  | no token | ended
            administer | 403    | 403   | -             | 403        | 403        | 403                       | 403        | 403    | 403                       | 401      | 401
            operate    | 403    | 403   | -             | -          | 403        | 403                       | 403        | 403    | 403                       | 401      | 401
            watch      | 403    | 403   | -             | -          | -          | 403                       | 403        | 403    | 403                       | 401      | 401
            read       | ok     | ok    | ok            | ok         | ok         | ok                        | ok         | 403    | ok                        | 401      | 401
            buy        | 403    | -     | -             | -          | 403        | 403                       | -          | 403    | 403                       | 401      | 401
            sell       | -      | 403   | -             | -          | 403        | -                         | 403        | 403    | 403                       | 401      | 401
            own data   | -      | 403   | -             | -/404/404  | 403        | 403 party-foreign/404/404 | 403        | 403    | 403 party-foreign/404/404 | 401      | 401
            own offer  | -      | 403   | -             | -/404/404  | 403        | 403 party-foreign/404/404 | 403        | 403    | 403                       | 401      | 401
            see        | ok     | ok    | ok            | ok/ok/404  | ok/ok/404  | ok/ok/404                 | ok/ok/404  | 403    | ok/ok/404                 | 401      | 401
            pay        | 404    | ok    | ok            | 404/ok/404 | 404/ok/404 | 404/ok/404                | 404/ok/404 | 403    | 404/ok/404                | 401      | 401
            space      | 404    | 403   | 404           | 404        | 403        | 404                       | 403        | 403    | 404                       | 401      | 401
            anybody    | ok     | ok    | ok            | ok         | ok         | ok                        | ok         | ok     | ok                        | ok       | ok
            gateway    | 401    | 401   | 401           | 401        | 401        | 401                       | 401        | 401    | 401                       | 401      | 401
            """);

    private static final String DOORS = """
            read       | GET market/matches | demandID={demand}
            read       | GET market/resources
            sell       | POST market/delivery-keys | | {"algorithm":"EC_P256"}
            own data   | PUT market/resources/{registrationID}/private-key | | {"privateKey":"-"}
            space      | POST market/policies/{policyId}/uses | | {"userId":"u","scene":"s"}
            anybody    | POST market/licences/verify | | {"licenses":{licence}}
            anybody    | GET market/licences/{licensesID}/key
            read       | GET market/publications
            read       | GET market/publications/{publishId}
            own offer  | DELETE market/publications/{publishId}
            read       | GET market/models
            read       | GET market/applications
            own offer  | PUT market/publications/{publishId}/description | | {"title":"Levels"}
            own offer  | PUT market/publications/{publishId}/credential | | {"authorization":"Bearer sk-4711"}
            read       | GET market/publications/{publishId}/prices
            own offer  | POST market/publications/{publishId}/prices | | {"price":3}
            read       | GET market/subscriptions
            see        | GET market/subscriptions/{orderId}
            administer | POST settlement/deposits | | {"account":"{organisation}","amount":1,"reference":"r"}
            buy        | POST settlement/payments | | {"amount":5}
            read       | GET settlement/payments
            pay        | GET settlement/payments/{id of a payment}
            gateway    | POST settlement/payments/{id of a payment}/confirmation | | {"amount":5,"currency":"CNY","reference":"r"}
            read       | GET settlement/accounts
            pay        | GET settlement/statements | account={account}
            pay        | GET settlement/transfers/{id of a deposit}
            administer | POST settlement/transfers/{id of a deposit}/reversal | | {"reason":"r"}
            administer | GET settlement/trial-balance
            read       | GET settlement/payouts
            read       | GET settlement/orders
            see        | GET settlement/orders/{id of a order}
            see        | GET settlement/orders/{id of a order}/preview
            see        | GET settlement/orders/{id of a order}/preview/events
            read       | GET settlement/bills
            see        | GET settlement/bills/{id of a bill}
            see        | GET settlement/bills/{id of a bill}/csv
            see        | GET settlement/bills/{id of a bill}/pdf
            see        | GET settlement/bills/{id of a bill}/events
            read       | GET notifications
            operate    | PUT notifications/webhook | | {"url":"http://127.0.0.1:9/","secret":"7c0a5b3de1f24c4d9a0f2f9a3f1d1c55"}
            watch      | GET notifications/webhook
            operate    | DELETE notifications/webhook
            """;

    MarketDoorsIT() {
        super(
                WHO_MAY,
                DOORS,
                // Without the signed links of deliveries, and the computing network's sums.
                operation -> !operation.contains("/content") && !operation.contains("settlement/computing"),
                "market/",
                "settlement/",
                "notifications");
    }

    @BeforeAll
    void open(Platform platform, ServerUnderTest server) {
        operations = described(platform);
        Market market = new Market(platform);
        ServiceMarket services = new ServiceMarket(
                platform,
                ServiceMarket.Kind.MODEL,
                market.sellerAccount(),
                market.seller(),
                market.buyerAccount(),
                market.buyer());
        names = named(market, services);
        state = StoredState.ofRooms(server, List.of("trading", "settlement", "notifications"), Set.of());
        crowd = new Crowd(
                platform,
                List.of(
                        market.sellerAccount().organisationId(),
                        market.buyerAccount().organisationId(),
                        platform.freshOrganisation()),
                Map.of("seller", market.seller(), "buyer", market.buyer()),
                platform.account(market.buyerAccount().organisationId(), "CONSUMER"));
    }

    /** A trade of each kind, paid, and what the doors name of it. */
    private static Map<String, String> named(Market market, ServiceMarket services) {
        Visitor buyer = market.buyer();
        String deposit = services.deposit("100");
        String publication = services.publish("http://127.0.0.1/model", "METERED", ServiceMarket.METERED);
        String fixed = "{\"unit\":\"DAY\",\"price\":2,\"term\":30}";
        JsonObject order = services.subscribe("http://127.0.0.1/term", "FIXED_TERM", fixed);
        String orderId = order.getString("orderId");
        buyer.post("v1/model/userSettlement", services.userSettlement(orderId)).expect(200);
        JsonObject payment = buyer.post(
                        BOOKS + "payments",
                        Json.createObjectBuilder()
                                .add("amount", BigDecimal.valueOf(5))
                                .build())
                .expect(201)
                .json();
        Map<String, String> named = new HashMap<>();
        named.put("{demand}", market.want());
        named.put("{registrationID}", market.offer(market.data(), "1"));
        named.put("{policyId}", "0b6b5c1e-7d0c-4b57-9a0f-2f9a3f1d1c55");
        named.put("{licence}", order.getJsonObject("licenses").toString());
        named.put("{licensesID}", order.getJsonObject("licenses").getString("licensesID"));
        named.put("{publishId}", publication);
        named.put("{orderId}", orderId);
        named.put("{organisation}", market.buyerAccount().organisationId());
        named.put("{account}", first(buyer, "accounts"));
        named.put("{id of a payment}", payment.getString("id"));
        named.put("{id of a deposit}", deposit);
        named.put("{id of a order}", orderId);
        named.put("{id of a bill}", first(buyer, "bills?order=" + orderId));
        return named;
    }

    private static String first(Visitor buyer, String list) {
        return buyer.get(BOOKS + list)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }
}
