package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Licences that are not good, and parties that are others (T/AI 123.12 A.4, A.5). */
@InTurn
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionPartiesIT {

    private static final String MISSING = "40001";

    private final SoldService service = new SoldService();
    private Platform platform;
    private ServiceTrades trades;

    @BeforeAll
    void open(Platform onTheServer) {
        platform = onTheServer;
        trades = new ServiceTrades(platform, service);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource(ServiceMarket.Kind.class)
    void licencesThatAreNotGood(ServiceMarket.Kind kind) {
        JsonObject licence = trades.order(kind).getJsonObject("licenses");
        int before = service.calls();

        denied(kind, ServiceMarket.with(licence, "licensee", Json.createValue("somebody")), 403, "40381");
        denied(
                kind,
                ServiceMarket.with(licence, "resource_url", Json.createValue(service.address("/text"))),
                403,
                "40381");
        denied(kind, ServiceMarket.with(licence, "digital_signature", Json.createValue("AAAA")), 403, "40381");
        denied(kind, ServiceMarket.with(licence, "digital_watermarking", Json.createValue("00")), 403, "40381");
        denied(
                kind,
                ServiceMarket.with(licence, "licensesID", Json.createValue("00000000-0000-4000-8000-000000000000")),
                404,
                "40493");
        JsonObject term = Json.createObjectBuilder(licence.getJsonObject("license_term"))
                .add("endDate", "2099-01-01 00:00:00")
                .build();
        denied(kind, ServiceMarket.with(licence, "license_term", term), 403, "40381");
        for (String member : licence.keySet()) {
            JsonObject without = ServiceMarket.with(licence, member, null);
            Refusals.check(deliver(kind, market(kind).subscriber(), without), 400, MISSING, "licenses." + member);
        }

        ServiceMarket.Kind otherKind = ServiceMarket.Kind.values()[1 - kind.ordinal()];
        Refusals.check(deliver(kind, market(otherKind).subscriber(), licence), 403, "40382", "licenses");
        Refusals.check(deliver(otherKind, market(kind).subscriber(), licence), 403, "40363", otherKind.address);
        JsonObject elsewhere =
                ServiceMarket.with(valid(kind, "delivery"), kind.address, Json.createValue(service.address("/text")));
        Refusals.check(market(kind).subscriber().post(kind.path + "delivery", elsewhere), 403, "40363", kind.address);
        assertThat(service.calls()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(ServiceMarket.Kind.class)
    void othersNeitherSettleNorArePaid(ServiceMarket.Kind kind) {
        ServiceMarket market = market(kind);
        Visitor stranger =
                market.as(platform.account(platform.freshOrganisation(), "OPERATOR", "PROVIDER", "CONSUMER"));
        Visitor colleague =
                market.as(platform.account(market.subscriberAccount().organisationId(), "CONSUMER"));
        Visitor partner = market.as(platform.account(market.publisherAccount().organisationId(), "PROVIDER"));
        JsonObject settlement = valid(kind, "userSettlement");
        JsonObject payout = valid(kind, "providerSettlement");
        String settle = kind.path + "userSettlement";
        String pay = kind.path + "providerSettlement";

        Refusals.check(colleague.post(settle, settlement), 403, "40380", "subscriberId");
        Refusals.check(stranger.post(settle, settlement), 400, "40082", "subscriberId");
        Refusals.check(market.publisher().post(settle, settlement), 403, "40301", "CONSUMER");
        Refusals.check(market.subscriber().post(pay, payout), 403, "40301", "PROVIDER");
        assertThat(partner.post(pay, payout).status()).isEqualTo(403);
        assertThat(stranger.post(pay, payout).status()).isEqualTo(404);
        Refusals.check(
                market.subscriber()
                        .post(settle, ServiceMarket.with(settlement, "orderId", Json.createValue("nothing"))),
                404,
                "40482",
                "orderId");
        ServiceMarket.Kind otherKind = ServiceMarket.Kind.values()[1 - kind.ordinal()];
        Refusals.check(
                market.subscriber().post(otherKind.path + "userSettlement", settlement), 404, "40482", "orderId");
        for (String proof : List.of(
                "{}",
                "{\"method\":\"CASH\"}",
                "{\"transferId\":\"nothing\"}",
                "{\"paymentId\":\"nothing\"}",
                "{\"method\":\"BALANCE\",\"paymentId\":\"nothing\"}")) {
            Refusals.check(
                    market.subscriber()
                            .post(settle, ServiceMarket.with(settlement, "paymentProof", ServiceMarket.json(proof))),
                    400,
                    "40060",
                    "paymentProof");
        }
        Visitor chief = market.as(platform.account(market.subscriberAccount().organisationId(), "OPERATOR"));
        chief.post(settle, settlement).expect(200);
        Visitor boss = market.as(platform.account(market.publisherAccount().organisationId(), "OPERATOR"));
        boss.post(pay, payout).expect(200);
        platform.asAdmin().post(pay, payout).expect(200);
    }

    @Test
    void whatAnotherOrganisationSellsIsNotSoldOnceMore() {
        JsonObject publication =
                market(ServiceMarket.Kind.MODEL).publication(trades.address(), "METERED", ServiceMarket.METERED);
        String first =
                publishAs(market(ServiceMarket.Kind.MODEL), publication).data().getString("publishId");
        assertThat(publishAs(market(ServiceMarket.Kind.MODEL), publication)
                        .data()
                        .getString("publishId"))
                .isEqualTo(first);
        JsonObject dearer = ServiceMarket.with(
                publication, "billingMethod", ServiceMarket.json("{\"unit\":\"CALL\",\"price\":0.6}"));
        assertThat(publishAs(market(ServiceMarket.Kind.MODEL), dearer).data().getString("publishId"))
                .isNotEqualTo(first);

        ServiceMarket others = new ServiceMarket(platform, ServiceMarket.Kind.MODEL);
        JsonObject copied = ServiceMarket.with(publication, "publisherId", Json.createValue(others.publisherName()));
        Refusals.check(publishAs(others, copied), 409, "40965", "modelId");
        Refusals.check(publishAs(others, publication), 403, "40380", "publisherId");
    }

    private Answer publishAs(ServiceMarket market, JsonObject publication) {
        return market.publisher().post("v1/model/publish", publication);
    }

    private void denied(ServiceMarket.Kind kind, JsonObject licence, int status, String code) {
        Refusals.check(deliver(kind, market(kind).subscriber(), licence), status, code, "licenses");
    }

    private Answer deliver(ServiceMarket.Kind kind, Visitor visitor, JsonObject licence) {
        return visitor.post(kind.path + "delivery", market(kind).delivery(trades.address(), licence));
    }

    private ServiceMarket market(ServiceMarket.Kind kind) {
        return trades.market(kind);
    }

    private JsonObject valid(ServiceMarket.Kind kind, String operation) {
        return trades.valid(kind, operation);
    }
}
