package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.computility.system.datasets.SentDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets nothing delivered, and licences that count no longer (T/AI 123.12 A.3.5 to A.3.8). */
@InTurn
@OnTheServer
class DataDeliveryRefusalsIT {

    private static final int AT_ONCE = 8;

    private final Platform platform;
    private final Market market;

    @TempDir
    Path folder;

    private Purchase purchase;
    private JsonObject data;
    private JsonObject paid;

    DataDeliveryRefusalsIT(Platform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    @BeforeEach
    void aPurchase() throws IOException {
        purchase = new Purchase(platform, market, new OpenSsl(folder));
        Path file = Files.writeString(folder.resolve("data.txt"), platform.freshName("data"));
        data = market.data(SentDataset.upload(market.seller(), platform.freshName("set"), file));
        paid = purchase.bought(data);
    }

    @Test
    void othersAndForgersGetNothing() {
        JsonObject licence = paid.getJsonObject("licenses");
        Visitor other = market.as(platform.account(platform.freshOrganisation(), "CONSUMER"));
        Visitor colleague = market.as(platform.account(market.buyerAccount().organisationId(), "CONSUMER"));

        Refusals.check(shown(other, licence), 403, "40382", "licenses");
        Refusals.check(shown(colleague, licence), 403, "40382", "licenses");
        Refusals.check(shown(market.seller(), licence), 403, "40301", "CONSUMER");
        Refusals.check(shown(platform.anonymous(), licence), 401, "40101", "X-Auth-Token");
        Refusals.check(shown(other, with(licence, "licensee", Json.createValue("other"))), 403, "40381", "licenses");
        Refusals.check(
                shown(market.buyer(), with(licence, "digital_watermarking", Json.createValue("00"))),
                403,
                "40381",
                "licenses");
        JsonObject unknown = with(licence, "licensesID", Json.createValue("00000000-0000-4000-8000-000000000000"));
        Refusals.check(shown(market.buyer(), unknown), 404, "40493", "licence");
        String operator = "v1/data/deliver";
        Visitor chief = market.as(platform.account(market.buyerAccount().organisationId(), "OPERATOR"));
        assertThat(chief.post(operator, body(licence)).data()).containsKey("delivery_proof");
    }

    @Test
    void nothingIsDeliveredBeforeTheSettlement() {
        String trade = purchase.trade(market.data(), "1");

        assertThat(market.buyer().get("queryDeliverResult?confirmID=" + trade).data())
                .isEqualTo(Json.createObjectBuilder()
                        .add("delivery_proof", Json.createObjectBuilder().add("status", "NOT_DELIVERED"))
                        .build());
        Visitor other = market.as(platform.account(platform.freshOrganisation(), "CONSUMER"));
        Refusals.check(other.get("queryDeliverResult?confirmID=" + trade), 404, "40492", "confirmID");
    }

    @Test
    void aRenewedLicenceReplacesTheOldOneWhichIsKept() {
        JsonObject old = paid.getJsonObject("licenses");
        String trade = confirmId(old);

        JsonObject renewed = update(market.seller()).data().getJsonObject("licenses");

        assertThat(renewed.getString("licensesID")).isNotEqualTo(old.getString("licensesID"));
        assertThat(renewed.getString("licensee")).isEqualTo(market.demander());
        purchase.verify(renewed.getString("licensesID"), renewed, "digital_signature");
        purchase.verify(old.getString("licensesID"), old, "digital_signature");
        assertThat(faults(old)).isEqualTo("[\"licence-replaced\"]");
        assertThat(faults(renewed)).isEqualTo("[]");
        Refusals.check(shown(market.buyer(), old), 403, "40384", "licenses");
        assertThat(market.buyer()
                        .get("querySettlement?confirmID=" + trade)
                        .data()
                        .getJsonObject("licenses"))
                .isEqualTo(renewed);
        assertThat(shown(market.buyer(), renewed)
                        .data()
                        .getJsonObject("delivery_proof")
                        .getString("licensesID"))
                .isEqualTo(renewed.getString("licensesID"));
        Visitor stranger = market.as(platform.account(platform.freshOrganisation(), "PROVIDER"));
        Refusals.check(update(stranger), 403, "40380", "owner");
        Refusals.check(update(market.buyer()), 403, "40301", "PROVIDER");
    }

    @Test
    void ofRenewalsAtTheSameTimeEachRenewsAnew() {
        String trade = confirmId(paid.getJsonObject("licenses"));
        List<Answer> answers = AtOnce.send(Collections.nCopies(AT_ONCE, () -> update(market.seller())));

        List<String> licences = answers.stream()
                .map(answer -> answer.data().getJsonObject("licenses").getString("licensesID"))
                .toList();
        assertThat(licences).doesNotHaveDuplicates();
        String current = market.buyer()
                .get("querySettlement?confirmID=" + trade)
                .data()
                .getJsonObject("licenses")
                .getString("licensesID");
        assertThat(licences).contains(current);
    }

    @Test
    void aReversedPaymentTakesTheLicenceBack() {
        String transfer = paid.getJsonObject("payment_proof").getString("transferID");
        String link = shown(market.buyer(), paid.getJsonObject("licenses"))
                .data()
                .getJsonObject("delivery_proof")
                .getJsonObject("link")
                .getString("url");
        platform.asAdmin()
                .post(
                        "platform/v1/settlement/transfers/" + transfer + "/reversal",
                        Json.createObjectBuilder().add("reason", "wrong data").build())
                .expect(200, 201);

        assertThat(faults(paid.getJsonObject("licenses"))).isEqualTo("[\"licence-revoked\"]");
        Refusals.check(shown(market.buyer(), paid.getJsonObject("licenses")), 403, "40385", "licenses");
        Refusals.check(update(market.seller()), 404, "40493", "dataID");
        Answer file = platform.anonymous().get(link.substring(link.indexOf("platform/v1/")));
        Refusals.check(file, 403, "licence-revoked", "licenses");
    }

    @Test
    void nobodySellsWhatOthersUploaded() {
        Market other = new Market(platform);

        Refusals.check(
                other.seller().post("registerData", other.data(data.getString("dataID"))), 403, "40386", "dataID");
    }

    @Test
    void aLinkOpensWhatItWasMadeForOnly() {
        JsonObject proof =
                shown(market.buyer(), paid.getJsonObject("licenses")).data().getJsonObject("delivery_proof");
        String link = proof.getJsonObject("link").getString("url");
        String path = link.substring(link.indexOf("platform/v1/"));

        assertThat(platform.anonymous().get(path).status()).isEqualTo(200);
        Refusals.check(platform.anonymous().get(path + "0"), 403, "link-invalid", "signature");
        Refusals.check(platform.anonymous().get(path.replaceFirst("\\?.*", "")), 403, "link-invalid", "signature");
    }

    @ParameterizedTest
    @CsvSource({
        "licensesID, 65",
        "licensor, 65",
        "licensee, 65",
        "registrationID, 65",
        "dataID, 129",
        "resource_url, 2049",
        "digital_watermarking, 201",
        "digital_signature, 401"
    })
    void aLicenceIsShownWhole(String member, int tooLong) {
        JsonObject licence = paid.getJsonObject("licenses");
        Refusals.check(shown(market.buyer(), with(licence, member, null)), 400, "40001", member);
        Refusals.check(shown(market.buyer(), with(licence, member, JsonValue.TRUE)), 400, "40002", member);
        Refusals.check(
                shown(market.buyer(), with(licence, member, Json.createValue("x".repeat(tooLong)))),
                400,
                "40003",
                member);
    }

    @Test
    void membersThatAreMissingAreNamed() {
        Visitor buyer = market.buyer();
        Refusals.check(buyer.post("deliver", "{}"), 400, "40001", "licenses");
        Refusals.check(buyer.post("deliver", "{\"licenses\":1}"), 400, "40002", "licenses");
        Refusals.check(buyer.get("queryDeliverResult"), 400, "40001", "confirmID");
        Refusals.check(buyer.get("queryDeliverResult?confirmID=nothing"), 404, "40492", "confirmID");
        Refusals.check(market.seller().post("updateLicenses", "{\"owner\":\"x\"}"), 400, "40001", "dataID");
        Refusals.check(market.seller().post("updateLicenses", "{\"dataID\":\"x\"}"), 400, "40001", "owner");
    }

    private String confirmId(JsonObject licence) {
        return shown(market.buyer(), licence)
                .data()
                .getJsonObject("delivery_proof")
                .getString("confirmID");
    }

    private Answer update(Visitor visitor) {
        return visitor.post(
                "updateLicenses",
                Json.createObjectBuilder()
                        .add("owner", market.owner())
                        .add("dataID", data.getString("dataID"))
                        .build());
    }

    private String faults(JsonObject licence) {
        return platform.anonymous()
                .post("platform/v1/market/licences/verify", body(licence))
                .expect(200)
                .json()
                .getJsonArray("faults")
                .toString();
    }

    private static Answer shown(Visitor visitor, JsonObject licence) {
        return visitor.post("deliver", body(licence));
    }

    private static JsonObject body(JsonObject licence) {
        return Json.createObjectBuilder().add("licenses", licence).build();
    }

    private static JsonObject with(JsonObject licence, String member, JsonValue value) {
        var changed = Json.createObjectBuilder(licence).remove(member);
        return value == null ? changed.build() : changed.add(member, value).build();
    }
}
