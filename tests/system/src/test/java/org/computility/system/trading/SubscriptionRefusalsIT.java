package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every member of tables A.57 to A.84 missing, mistyped, too long; licences that are not good; parties that are others. */
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionRefusalsIT {

    private static final String MISSING = "40001";
    private static final String TYPE = "40002";
    private static final String TOO_LONG = "40003";
    private static final String INVALID = "40004";
    private static final List<String> OPERATIONS =
            List.of("publish", "subscribe", "delivery", "userSettlement", "providerSettlement");

    private final SoldService service = new SoldService();
    private final String address = service.address("/chat");
    private Platform platform;
    private ServiceMarket models;
    private ServiceMarket applications;
    private JsonObject modelOrder;
    private JsonObject applicationOrder;

    @BeforeAll
    void open(Platform onTheServer) {
        platform = onTheServer;
        models = new ServiceMarket(platform, ServiceMarket.Kind.MODEL);
        applications = new ServiceMarket(platform, ServiceMarket.Kind.APPLICATION);
        models.deposit("10");
        modelOrder = models.subscribe(address, "METERED", ServiceMarket.METERED);
        applicationOrder = applications.subscribe(address, "METERED", ServiceMarket.METERED);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    static Stream<Arguments> operations() {
        return Stream.of(ServiceMarket.Kind.values())
                .flatMap(kind -> OPERATIONS.stream().map(operation -> Arguments.of(kind, operation)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyMemberIsThereAndOfItsTypeAndLength(ServiceMarket.Kind kind, String operation) {
        JsonObject valid = valid(kind, operation);
        for (String member : valid.keySet()) {
            refused(kind, operation, member, null, MISSING);
            refused(kind, operation, member, JsonValue.NULL, MISSING);
            boolean anyJson = member.equals("input") && kind == ServiceMarket.Kind.APPLICATION;
            if (!anyJson) {
                refused(kind, operation, member, Json.createValue(7), TYPE);
            }
            if (valid.get(member).getValueType() == JsonValue.ValueType.STRING) {
                refused(kind, operation, member, Json.createValue(""), MISSING);
                refused(kind, operation, member, Json.createValue("x".repeat(1_000_001)), TOO_LONG);
            }
        }
        assertThat(visitor(kind, operation).post(kind.path + operation, "[]").failure())
                .isIn(TYPE, "40000");
        assertThat(platform.anonymous().post(kind.path + operation, valid).failure())
                .isEqualTo("40101");
    }

    @ParameterizedTest
    @EnumSource(ServiceMarket.Kind.class)
    void termsFitTogether(ServiceMarket.Kind kind) {
        refusedTerms(kind, "RENT", "{\"unit\":\"CALL\",\"price\":1}", INVALID, "billingType");
        refusedTerms(kind, "METERED", "{\"price\":1}", MISSING, "billingMethod.unit");
        refusedTerms(kind, "METERED", "{\"unit\":\"HOUR\",\"price\":1}", INVALID, "billingMethod.unit");
        refusedTerms(kind, "METERED", "{\"unit\":\"CALL\"}", MISSING, "billingMethod.price");
        refusedTerms(kind, "METERED", "{\"unit\":\"CALL\",\"price\":\"1\"}", TYPE, "billingMethod.price");
        refusedTerms(kind, "METERED", "{\"unit\":\"CALL\",\"price\":-1}", INVALID, "billingMethod.price");
        refusedTerms(kind, "METERED", "{\"unit\":\"CALL\",\"price\":0.000000001}", INVALID, "billingMethod.price");
        refusedTerms(kind, "METERED", "{\"unit\":\"CALL\",\"price\":1e12}", INVALID, "billingMethod.price");
        refusedTerms(kind, "METERED", "{\"unit\":\"CALL\",\"price\":1,\"quota\":0}", INVALID, "billingMethod.quota");
        refusedTerms(kind, "METERED", "{\"unit\":\"CALL\",\"price\":1,\"term\":1.5}", TYPE, "billingMethod.term");
        refusedTerms(
                kind,
                "METERED",
                "{\"unit\":\"CALL\",\"price\":1,\"tiers\":[{\"from\":5,\"price\":1},{\"from\":5,\"price\":1}]}",
                INVALID,
                "billingMethod.tiers");
        refusedTerms(kind, "FIXED_TERM", "{\"unit\":\"CALL\",\"price\":1,\"term\":5}", INVALID, "billingMethod.unit");
        refusedTerms(kind, "FIXED_TERM", "{\"unit\":\"DAY\",\"price\":1}", MISSING, "billingMethod.term");
    }

    @ParameterizedTest
    @EnumSource(ServiceMarket.Kind.class)
    void whatIsAskedForIsWhatIsOffered(ServiceMarket.Kind kind) {
        ServiceMarket market = market(kind);
        String publishId = market.publish(address, "METERED", "{\"unit\":\"CALL\",\"price\":0.5,\"quota\":7}");

        for (String asked : List.of("CALL", "调用次数", "{\"unit\":\"CALL\",\"price\":0.50,\"quota\":7}")) {
            subscribe(kind, publishId, "计量", Json.createValue(asked)).expect(200);
        }
        subscribe(kind, publishId, "metered", ServiceMarket.json("{\"unit\":\"call\"}"))
                .expect(200);
        for (String other : List.of("TOKEN", "{\"unit\":\"CALL\",\"price\":0.4}", "{\"unit\":\"CALL\",\"quota\":8}")) {
            Refusals.check(
                    subscribe(kind, publishId, "METERED", Json.createValue(other)),
                    409,
                    "40967",
                    "METERED, 0.50 CNY per CALL, term 365 days, quota 7");
        }
        Refusals.check(
                subscribe(kind, publishId, "FIXED_TERM", Json.createValue("CALL")), 409, "40967", "billingMethod");
        Refusals.check(
                subscribe(kind, publishId, "METERED", Json.createValue("{\"unit\":")), 400, INVALID, "billingMethod");
        Refusals.check(subscribe(kind, "nothing", "METERED", Json.createValue("CALL")), 404, "40460", "publishId");
        ServiceMarket.Kind otherKind = ServiceMarket.Kind.values()[1 - kind.ordinal()];
        Refusals.check(subscribe(otherKind, publishId, "METERED", Json.createValue("CALL")), 404, "40460", "publishId");
    }

    @Test
    void bothNamesOfTheSubscriberAreTaken() {
        JsonObject valid = valid(ServiceMarket.Kind.MODEL, "subscribe");
        JsonObject other = Json.createObjectBuilder(valid)
                .remove("subscribeId")
                .add("subscriberId", models.subscriberName())
                .build();
        models.subscriber().post("v1/model/subscribe", other).expect(200);
        JsonObject both = Json.createObjectBuilder(other)
                .add("subscribeId", models.publisherName())
                .build();
        Refusals.check(models.subscriber().post("v1/model/subscribe", both), 400, INVALID, "subscribeId");
    }

    @Test
    void addressesPassTheOutboundGuard() {
        for (String bad : List.of("ftp://example.org/", "nowhere", "http://user@127.0.0.1/")) {
            refused(ServiceMarket.Kind.MODEL, "publish", "api", Json.createValue(bad), "40008");
        }
        refused(ServiceMarket.Kind.APPLICATION, "publish", "url", Json.createValue("http://10.0.0.1/"), "40009");
    }

    @ParameterizedTest
    @EnumSource(ServiceMarket.Kind.class)
    void licencesThatAreNotGood(ServiceMarket.Kind kind) {
        JsonObject licence = order(kind).getJsonObject("licenses");
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
        for (String proof : List.of("{}", "{\"method\":\"CASH\"}", "{\"transferId\":\"nothing\"}")) {
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
        JsonObject publication = models.publication(address, "METERED", ServiceMarket.METERED);
        String first = publishAs(models, publication).data().getString("publishId");
        assertThat(publishAs(models, publication).data().getString("publishId")).isEqualTo(first);
        JsonObject dearer = ServiceMarket.with(
                publication, "billingMethod", ServiceMarket.json("{\"unit\":\"CALL\",\"price\":0.6}"));
        assertThat(publishAs(models, dearer).data().getString("publishId")).isNotEqualTo(first);

        ServiceMarket others = new ServiceMarket(platform, ServiceMarket.Kind.MODEL);
        JsonObject copied = ServiceMarket.with(publication, "publisherId", Json.createValue(others.publisherName()));
        Refusals.check(publishAs(others, copied), 409, "40965", "modelId");
        Refusals.check(publishAs(others, publication), 403, "40380", "publisherId");
    }

    @Test
    void theQueryOfTheGetIsHeldAgainstItsTable() {
        Visitor visitor = applications.subscriber();
        String path = "v1/application/userSettlement";
        String order = "&orderId=" + applicationOrder.getString("orderId");
        String party = "?subscriberId=" + applications.subscriberName();
        Refusals.check(visitor.get(path + party + order), 400, MISSING, "paymentProof");
        Refusals.check(visitor.get(path + party + "&paymentProof=%7B%7D"), 400, MISSING, "orderId");
        Refusals.check(visitor.get(path + "?paymentProof=%7B%7D" + order), 400, MISSING, "subscriberId");
        Refusals.check(visitor.get(path + party + order + "&paymentProof=paid"), 400, TYPE, "paymentProof");
        Refusals.check(visitor.get(path + party + order + "&paymentProof=%7B%7D"), 400, "40060", "paymentProof");
        Refusals.check(
                visitor.get(path + party + "&paymentProof=%7B%7D&orderId=" + "x".repeat(65)), 400, TOO_LONG, "orderId");
    }

    private Answer publishAs(ServiceMarket market, JsonObject publication) {
        return market.publisher().post("v1/model/publish", publication);
    }

    private void refusedTerms(ServiceMarket.Kind kind, String type, String method, String code, String member) {
        JsonObject body = Json.createObjectBuilder(valid(kind, "publish"))
                .add("billingType", type)
                .add("billingMethod", ServiceMarket.json(method))
                .build();
        Refusals.check(market(kind).publisher().post(kind.path + "publish", body), 400, code, member);
    }

    private Answer subscribe(ServiceMarket.Kind kind, String publishId, String type, JsonValue method) {
        JsonObject body = Json.createObjectBuilder(market(kind).subscription(publishId, type, "CALL"))
                .add("billingMethod", method)
                .build();
        return market(kind).subscriber().post(kind.path + "subscribe", body);
    }

    private void denied(ServiceMarket.Kind kind, JsonObject licence, int status, String code) {
        Refusals.check(deliver(kind, market(kind).subscriber(), licence), status, code, "licenses");
    }

    private Answer deliver(ServiceMarket.Kind kind, Visitor visitor, JsonObject licence) {
        return visitor.post(kind.path + "delivery", market(kind).delivery(address, licence));
    }

    private void refused(ServiceMarket.Kind kind, String operation, String member, JsonValue value, String code) {
        Answer answer = visitor(kind, operation)
                .post(kind.path + operation, ServiceMarket.with(valid(kind, operation), member, value));
        Refusals.check(answer, 400, code, member);
    }

    private Visitor visitor(ServiceMarket.Kind kind, String operation) {
        return operation.equals("publish") || operation.equals("providerSettlement")
                ? market(kind).publisher()
                : market(kind).subscriber();
    }

    private ServiceMarket market(ServiceMarket.Kind kind) {
        return kind == ServiceMarket.Kind.MODEL ? models : applications;
    }

    private JsonObject order(ServiceMarket.Kind kind) {
        return kind == ServiceMarket.Kind.MODEL ? modelOrder : applicationOrder;
    }

    private JsonObject valid(ServiceMarket.Kind kind, String operation) {
        ServiceMarket market = market(kind);
        String orderId = order(kind).getString("orderId");
        return switch (operation) {
            case "publish" -> market.publication(address, "METERED", ServiceMarket.METERED);
            case "subscribe" ->
                market.subscription(market.publish(address, "METERED", ServiceMarket.METERED), "METERED", "CALL");
            case "delivery" -> market.delivery(address, order(kind).getJsonObject("licenses"));
            case "userSettlement" -> market.userSettlement(orderId);
            default -> market.providerSettlement(orderId);
        };
    }
}
