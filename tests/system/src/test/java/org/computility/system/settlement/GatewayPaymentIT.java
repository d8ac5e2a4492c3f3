package org.computility.system.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.servers.TestSettings;
import org.computility.system.trading.ServiceMarket;
import org.junit.jupiter.api.Test;

/** Money comes in through a gateway outside, which signs what it says. */
@OnTheServer
class GatewayPaymentIT {

    private static final String PAYMENTS = "platform/v1/settlement/payments";
    private static final String TERM = "{\"unit\":\"DAY\",\"price\":2,\"term\":30}";

    private final Platform platform;
    private final Payer payer;
    private final Payer other;
    private final ReferenceGateway gateway;

    GatewayPaymentIT(Platform platform) {
        this.platform = platform;
        payer = new Payer(platform);
        other = new Payer(platform);
        gateway = new ReferenceGateway(platform, TestSettings.GATEWAY_SECRET);
    }

    @Test
    void whatIsPaidAtTheGatewayIsInTheBalanceOnce() {
        JsonObject payment = open("500.5");
        assertThat(payment.getString("state")).isEqualTo("PENDING");

        JsonObject paid =
                gateway.pay(payment.getString("payAt"), "WX-4711").expect(200).json();
        assertThat(gateway.confirm(id(payment), "500.50", "WX-4711", ReferenceGateway.now(), "HMAC-SHA256")
                        .expect(200)
                        .json())
                .isEqualTo(paid);

        assertThat(paid.getString("state")).isEqualTo("PAID");
        assertThat(payer.balance()).isEqualByComparingTo("500.50");
        assertThat(payer.statement(""))
                .extracting(entry -> entry.getString("transfer"))
                .containsExactly(paid.getString("transferId"));
        assertThat(payer.reader().get(PAYMENTS + "/" + id(payment)).expect(200).json())
                .isEqualTo(paid);
        assertThat(payer.reader().get(PAYMENTS).expect(200).json().getInt("total"))
                .isEqualTo(1);
    }

    @InTurn
    @Test
    void whatTheGatewayDidNotSaySoIsRefused() {
        String id = id(open("500"));
        String now = ReferenceGateway.now();
        String late = Long.toString(Instant.now().getEpochSecond() - 400);
        ReferenceGateway forger = new ReferenceGateway(platform, "another secret of thirty-two characters");

        unsigned(gateway.send(id, "500", "WX-1", now, "HMAC-SM3 00"));
        unsigned(gateway.confirm(id, "500.00", "WX-1", late, "HMAC-SM3"));
        unsigned(forger.confirm(id, "500.00", "WX-1", now, "HMAC-SHA256"));
        Refusals.check(gateway.confirm(id, "1.00", "WX-1", now, "HMAC-SM3"), 409, "payment-differs", "amount");
        assertThat(payer.reader().get(PAYMENTS + "/" + id).expect(200).json().getString("state"))
                .isEqualTo("PENDING");
        gateway.confirm(id, "500.00", "WX-1", now, "HMAC-SM3").expect(200);
        Refusals.check(gateway.confirm(id, "500.00", "WX-2", now, "HMAC-SM3"), 409, "payment-differs", "reference");
        assertThat(payer.balance()).isEqualByComparingTo("500");
    }

    @InTurn
    @Test
    void aPaymentThatTheGatewayConfirmedSettlesAnOrder() {
        ServiceMarket market = new ServiceMarket(platform, ServiceMarket.Kind.MODEL);
        String order =
                market.subscribe("http://127.0.0.1/model", "FIXED_TERM", TERM).getString("orderId");
        JsonObject payment =
                market.subscriber().post(PAYMENTS, amount("100")).expect(201).json();
        JsonObject proof =
                Json.createObjectBuilder().add("paymentId", id(payment)).build();
        JsonObject settlement = ServiceMarket.with(market.userSettlement(order), "paymentProof", proof);
        String settle = "v1/model/userSettlement";

        Refusals.check(market.subscriber().post(settle, settlement), 400, "40060", "paymentProof");
        gateway.pay(payment.getString("payAt"), "WX-4712").expect(200);
        assertThat(market.subscriber().post(settle, settlement).data().getString("orderId"))
                .isEqualTo(order);
        assertThat(market.prepaid()).isEqualByComparingTo("40");
    }

    @InTurn
    @Test
    void badPaymentsAreRefusedAndOthersSeeNone() {
        String id = id(open("500"));

        Refusals.check(other.reader().get(PAYMENTS + "/" + id), 404, "payment-unknown", "id");
        Refusals.check(other.reader().get(PAYMENTS + "/x"), 400, "member-type", "id");
        Refusals.check(payer.reader().post(PAYMENTS, amount("0")), 400, "member-invalid", "amount");
        Refusals.check(payer.reader().post(PAYMENTS, amount("1.001")), 400, "member-invalid", "amount");
        Refusals.check(payer.reader().post(PAYMENTS, "{}"), 400, "member-missing", "amount");
        Refusals.check(payer.reader().post(PAYMENTS, "{\"amount\":\"5\"}"), 400, "member-type", "amount");
        assertThat(payer.visitor("PROVIDER").post(PAYMENTS, amount("5")).status())
                .isEqualTo(403);
    }

    private static void unsigned(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(401);
        assertThat(answer.failure()).as("%s", answer).isEqualTo("payment-signature-wrong");
    }

    private JsonObject open(String amount) {
        return payer.reader().post(PAYMENTS, amount(amount)).expect(201).json();
    }

    private static String amount(String amount) {
        return "{\"amount\":" + amount + "}";
    }

    private static String id(JsonObject payment) {
        return payment.getString("id");
    }
}
