package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trade is paid, and what its buyer gets is opened and verified by {@code openssl} (T/AI 123.12 A.3.3, A.3.4). */
@OnTheServer
class DataSettlementIT {

    private static final String SETTLED = "已结算";
    /** More than the pool has connections. */
    private static final int MANY = 60;

    private final Platform platform;
    private final Market market;
    private OpenSsl openssl;

    DataSettlementIT(Platform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    @BeforeEach
    void prepare(@TempDir Path folder) {
        openssl = new OpenSsl(folder);
        openssl.write("buyer.key", openssl.run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"));
    }

    @Test
    void aPaidTradeHandsOverALicenceAndTheKeyOfTheData() {
        String trade = trade("199.9");
        deposit("200");
        receive();

        JsonObject paid = settle(trade).data();

        assertThat(paid.getString("settlement_status")).isEqualTo(SETTLED);
        assertThat(paid.getJsonObject("payment_proof").getJsonNumber("amount").bigDecimalValue())
                .isEqualByComparingTo("199.90");
        assertThat(balance()).isEqualByComparingTo("0.10");
        assertThat(publicHalf(paid.getJsonObject("private_key"))).isEqualTo(market.key());
        verify(paid.getJsonObject("licenses"));
        assertThat(market.buyer().get("querySettlement?confirmID=" + trade).data())
                .isEqualTo(paid);
        assertThat(market.seller().get("querySettlement?confirmID=" + trade).data())
                .doesNotContainKey("private_key")
                .containsEntry("licenses", paid.get("licenses"));
        assertThat(market.buyer()
                        .get("queryDemandForSettlement?confirmID=" + trade)
                        .data()
                        .getString("settlement_status"))
                .isEqualTo(SETTLED);
    }

    @Test
    void itIsPaidOnceHoweverManyAsk() {
        String trade = trade("10");
        deposit("1000");
        receive();
        List<Callable<Answer>> asks = IntStream.range(0, MANY)
                .<Callable<Answer>>mapToObj(i -> () -> settle(trade))
                .toList();

        List<JsonObject> answers =
                AtOnce.send(asks).stream().map(Answer::data).distinct().toList();

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).getJsonObject("payment_proof").getString("paidAt"))
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(balance()).isEqualByComparingTo("990.00");
    }

    @Test
    void nothingIsPaidWithoutAKeyOrEnoughMoney() {
        String trade = trade("10");
        deposit("9.99");
        Refusals.check(settle(trade), 409, "40998", "confirmID");
        receive();
        Refusals.check(settle(trade), 402, "40201", "0.01");
        Refusals.check(market.seller().post("settlement", confirmation(trade)), 403, "40301", "CONSUMER");
        Refusals.check(market.buyer().post("settlement", confirmation("nothing")), 404, "40492", "confirmID");
        Refusals.check(market.buyer().post("settlement", "{}"), 400, "40001", "confirmID");

        assertThat(balance()).isEqualByComparingTo("9.99");
        assertThat(market.buyer().get("querySettlement?confirmID=" + trade).data())
                .isEqualTo(Json.createObjectBuilder()
                        .add("settlement_status", "未结算")
                        .build());
    }

    /** Online by anybody, and offline with the published key. */
    private void verify(JsonObject licence) {
        assertThat(verdict(licence).getBoolean("valid")).isTrue();
        JsonObject forged =
                Json.createObjectBuilder(licence).add("licensee", "somebody").build();
        assertThat(verdict(forged).getBoolean("valid")).isFalse();
        String key = platform.anonymous()
                .get("platform/v1/market/licences/" + licence.getString("licensesID") + "/key")
                .expect(200)
                .json()
                .getString("publicKey");
        openssl.write("licensor.pem", key.getBytes(StandardCharsets.US_ASCII));
        openssl.write("signature", Base64.getDecoder().decode(licence.getString("digital_signature")));
        openssl.write(
                "licence.json", Canonical.json(licence, "digital_signature").getBytes(StandardCharsets.UTF_8));
        openssl.run("dgst", "-sha256", "-verify", "licensor.pem", "-signature", "signature", "licence.json");
    }

    private JsonObject verdict(JsonObject licence) {
        return platform.anonymous()
                .post(
                        "platform/v1/market/licences/verify",
                        Json.createObjectBuilder().add("licenses", licence).build())
                .expect(200)
                .json();
    }

    private String publicHalf(JsonObject handedOver) {
        openssl.write("handed.cms", Base64.getDecoder().decode(handedOver.getString("value")));
        openssl.write(
                "handed.key",
                openssl.run("cms", "-decrypt", "-inform", "DER", "-in", "handed.cms", "-inkey", "buyer.key"));
        return new String(
                openssl.run("pkey", "-inform", "DER", "-in", "handed.key", "-pubout"), StandardCharsets.US_ASCII);
    }

    private String trade(String price) {
        String resource = market.offer(market.data(), price);
        JsonObject confirmed =
                market.named(market.want()).add("registrationID", resource).build();
        return market.buyer().post("confirmDemand", confirmed).data().getString("confirmID");
    }

    private void deposit(String amount) {
        platform.asAdmin()
                .post(
                        "platform/v1/settlement/deposits",
                        Json.createObjectBuilder()
                                .add("account", market.buyerAccount().organisationId())
                                .add("amount", new BigDecimal(amount))
                                .add("reference", platform.freshName("deposit"))
                                .build())
                .expect(200, 201);
    }

    private void receive() {
        String pem = new String(openssl.run("pkey", "-in", "buyer.key", "-pubout"), StandardCharsets.US_ASCII);
        market.buyer()
                .put(
                        "platform/v1/accounts/me/key",
                        Json.createObjectBuilder().add("publicKey", pem).build())
                .expect(200);
    }

    private Answer settle(String trade) {
        return market.buyer().post("settlement", confirmation(trade));
    }

    private static JsonObject confirmation(String trade) {
        return Json.createObjectBuilder().add("confirmID", trade).build();
    }

    private BigDecimal balance() {
        return market
                .buyer()
                .get("platform/v1/settlement/accounts")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(account -> account.getString("kind").equals("PREPAID"))
                .map(account -> account.getJsonNumber("balance").bigDecimalValue())
                .findFirst()
                .orElseThrow();
    }
}
