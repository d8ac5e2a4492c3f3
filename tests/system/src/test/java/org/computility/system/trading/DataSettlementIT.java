package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
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
    private Purchase purchase;

    DataSettlementIT(Platform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    @BeforeEach
    void prepare(@TempDir Path folder) {
        openssl = new OpenSsl(folder);
        purchase = new Purchase(platform, market, openssl);
    }

    @Test
    void aPaidTradeHandsOverALicenceAndTheKeyOfTheData() {
        String trade = purchase.trade(market.data(), "199.9");
        purchase.deposit("200");
        purchase.receive();

        JsonObject paid = purchase.settle(trade).data();

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

    @InTurn
    @Test
    void itIsPaidOnceHoweverManyAsk() {
        String trade = purchase.trade(market.data(), "10");
        purchase.deposit("1000");
        purchase.receive();
        List<Callable<Answer>> asks = IntStream.range(0, MANY)
                .<Callable<Answer>>mapToObj(i -> () -> purchase.settle(trade))
                .toList();

        List<JsonObject> answers =
                AtOnce.send(asks).stream().map(Answer::data).distinct().toList();

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).getJsonObject("payment_proof").getString("paidAt"))
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(balance()).isEqualByComparingTo("990.00");
    }

    @InTurn
    @Test
    void nothingIsPaidWithoutAKeyOrEnoughMoney() {
        String trade = purchase.trade(market.data(), "10");
        purchase.deposit("9.99");
        Refusals.check(purchase.settle(trade), 409, "40998", "confirmID");
        purchase.receive();
        Refusals.check(purchase.settle(trade), 402, "40201", "0.01");
        Refusals.check(market.seller().post("settlement", Purchase.confirmation(trade)), 403, "40301", "CONSUMER");
        Refusals.check(market.buyer().post("settlement", Purchase.confirmation("nothing")), 404, "40492", "confirmID");
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
        purchase.verify(licence.getString("licensesID"), licence, "digital_signature");
        purchase.verifyWatermark(licence);
        assertThatThrownBy(() -> purchase.verifyWatermark(forged))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dgst");
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
        purchase.open(handedOver);
        return new String(openssl.run("pkey", "-in", "delivery.key", "-pubout"), StandardCharsets.US_ASCII);
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
