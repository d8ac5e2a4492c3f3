package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every member of tables A.57 to A.84 missing, mistyped, too long; terms that do not fit, or are not offered. */
@InTurn
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
    void whereMoneyGoesIsSaidInFourThousandCharacters(ServiceMarket.Kind kind) {
        JsonObject longest =
                Json.createObjectBuilder().add("bank", "x".repeat(4000)).build();

        refused(kind, "providerSettlement", "creditInfo", longest, TOO_LONG);
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
        String publishId = market.publish(trades.address(), "METERED", "{\"unit\":\"CALL\",\"price\":0.5,\"quota\":7}");

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
                .add("subscriberId", market(ServiceMarket.Kind.MODEL).subscriberName())
                .build();
        market(ServiceMarket.Kind.MODEL)
                .subscriber()
                .post("v1/model/subscribe", other)
                .expect(200);
        JsonObject both = Json.createObjectBuilder(other)
                .add("subscribeId", market(ServiceMarket.Kind.MODEL).publisherName())
                .build();
        Refusals.check(
                market(ServiceMarket.Kind.MODEL).subscriber().post("v1/model/subscribe", both),
                400,
                INVALID,
                "subscribeId");
    }

    @Test
    void addressesPassTheOutboundGuard() {
        for (String bad : List.of("ftp://example.org/", "nowhere", "http://user@127.0.0.1/")) {
            refused(ServiceMarket.Kind.MODEL, "publish", "api", Json.createValue(bad), "40008");
        }
        refused(ServiceMarket.Kind.APPLICATION, "publish", "url", Json.createValue("http://10.0.0.1/"), "40009");
    }

    @Test
    void theQueryOfTheGetIsHeldAgainstItsTable() {
        Visitor visitor = market(ServiceMarket.Kind.APPLICATION).subscriber();
        String path = "v1/application/userSettlement";
        String order =
                "&orderId=" + trades.order(ServiceMarket.Kind.APPLICATION).getString("orderId");
        String party = "?subscriberId=" + market(ServiceMarket.Kind.APPLICATION).subscriberName();
        Refusals.check(visitor.get(path + party + order), 400, MISSING, "paymentProof");
        Refusals.check(visitor.get(path + party + "&paymentProof=%7B%7D"), 400, MISSING, "orderId");
        Refusals.check(visitor.get(path + "?paymentProof=%7B%7D" + order), 400, MISSING, "subscriberId");
        Refusals.check(visitor.get(path + party + order + "&paymentProof=paid"), 400, TYPE, "paymentProof");
        Refusals.check(visitor.get(path + party + order + "&paymentProof=%7B%7D"), 400, "40060", "paymentProof");
        Refusals.check(
                visitor.get(path + party + "&paymentProof=%7B%7D&orderId=" + "x".repeat(65)), 400, TOO_LONG, "orderId");
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
        return trades.market(kind);
    }

    private JsonObject valid(ServiceMarket.Kind kind, String operation) {
        return trades.valid(kind, operation);
    }
}
