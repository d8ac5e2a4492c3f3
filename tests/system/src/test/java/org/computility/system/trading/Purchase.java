package org.computility.system.trading;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.Platform;

/** A buyer on its way from a confirmed demand to the key of what it bought, with {@code openssl} in its hands. */
public final class Purchase {

    private final Platform platform;
    private final Market market;
    private final OpenSsl openssl;

    /** The buyer has a key pair of its own from now on: {@code buyer.key}. */
    public Purchase(Platform platform, Market market, OpenSsl openssl) {
        this.platform = platform;
        this.market = market;
        this.openssl = openssl;
        openssl.write("buyer.key", openssl.run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"));
    }

    /** Offers and demands that data, and binds both; the confirmID. */
    public String trade(JsonObject data, String price) {
        return confirm(market.offer(data, price));
    }

    /** Demands and binds what is offered; the confirmID. */
    public String confirm(String resource) {
        JsonObject confirmed =
                market.named(market.want()).add("registrationID", resource).build();
        return market.buyer().post("confirmDemand", confirmed).data().getString("confirmID");
    }

    public void deposit(String amount) {
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

    /** Tells the platform the buyer's own key. */
    public void receive() {
        String pem = new String(openssl.run("pkey", "-in", "buyer.key", "-pubout"), StandardCharsets.US_ASCII);
        market.buyer()
                .put(
                        "platform/v1/accounts/me/key",
                        Json.createObjectBuilder().add("publicKey", pem).build())
                .expect(200);
    }

    public Answer settle(String trade) {
        return market.buyer().post("settlement", confirmation(trade));
    }

    /** A trade with that data, paid; what the settlement answered. */
    public JsonObject bought(JsonObject data) {
        String trade = trade(data, "1");
        deposit("1");
        receive();
        return settle(trade).data();
    }

    /** Opens what the settlement handed over, with the buyer's key, into {@code delivery.key}. */
    public void open(JsonObject handedOver) {
        openssl.write("handed.cms", Base64.getDecoder().decode(handedOver.getString("value")));
        openssl.write(
                "delivery.p8",
                openssl.run("cms", "-decrypt", "-inform", "DER", "-in", "handed.cms", "-inkey", "buyer.key"));
        openssl.write("delivery.key", openssl.run("pkey", "-inform", "DER", "-in", "delivery.p8"));
    }

    /** Verifies what a licensor signed, with the key that anybody gets for its licence. */
    public void verify(String licence, JsonObject signed, String member) {
        verify(licence, signed.getString(member), Canonical.json(signed, member));
    }

    /**
     * Verifies the watermark of a licence in the same way.
     *
     * @param content what the data is, as its holder knows: its SHA-256 in hexadecimal; nothing where the platform does not have it
     */
    public void verifyWatermark(JsonObject licence, String... content) {
        String marked = Stream.concat(
                        Stream.of("licensesID", "licensee", "dataID").map(licence::getString), Stream.of(content))
                .collect(Collectors.joining("\n"));
        verify(licence.getString("licensesID"), licence.getString("digital_watermarking"), marked);
    }

    private void verify(String licence, String signature, String text) {
        String key = platform.anonymous()
                .get("platform/v1/market/licences/" + licence + "/key")
                .expect(200)
                .json()
                .getString("publicKey");
        openssl.write("licensor.pem", key.getBytes(StandardCharsets.US_ASCII));
        openssl.write("signature", Base64.getDecoder().decode(signature));
        openssl.write("signed", text.getBytes(StandardCharsets.UTF_8));
        openssl.run("dgst", "-sha256", "-verify", "licensor.pem", "-signature", "signature", "signed");
    }

    public static JsonObject confirmation(String trade) {
        return Json.createObjectBuilder().add("confirmID", trade).build();
    }
}
