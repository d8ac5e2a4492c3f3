package org.computility.benchmarks.market;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/** A seller and a buyer, each of an organisation of its own, ready to trade. */
final class Traders {

    private final Platform platform;
    private final Platform.Account sellerAccount;
    private final Platform.Account buyerAccount;
    private final Visitor seller;
    private final Visitor buyer;
    private final String deliveryKey;

    Traders(Platform platform) throws GeneralSecurityException {
        this.platform = platform;
        sellerAccount = platform.account(platform.freshOrganisation(), "PROVIDER");
        buyerAccount = platform.account(platform.freshOrganisation(), "CONSUMER");
        seller = visitor(sellerAccount);
        buyer = visitor(buyerAccount);
        deliveryKey = seller.post(
                        "platform/v1/market/delivery-keys",
                        Json.createObjectBuilder().add("algorithm", "EC_P256").build())
                .expect(200)
                .json()
                .getString("publicKey");
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] key = pairs.generateKeyPair().getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END PUBLIC KEY-----\n";
        buyer.put(
                        "platform/v1/accounts/me/key",
                        Json.createObjectBuilder().add("publicKey", pem).build())
                .expect(200);
    }

    Visitor seller() {
        return seller;
    }

    Visitor buyer() {
        return buyer;
    }

    String owner() {
        return sellerAccount.username();
    }

    /** The buyer pays in. */
    void deposit(String amount) {
        platform.asAdmin()
                .post(
                        "platform/v1/settlement/deposits",
                        Json.createObjectBuilder()
                                .add("account", buyerAccount.organisationId())
                                .add("amount", new BigDecimal(amount))
                                .add("reference", platform.freshName("deposit"))
                                .build())
                .expect(200, 201);
    }

    /** Of the buyer's prepaid balance, or of what the seller has earned. */
    BigDecimal balance(boolean ofBuyer) {
        return (ofBuyer ? buyer : seller)
                .get("platform/v1/settlement/accounts").expect(200).json().getJsonArray("items").stream()
                        .map(each -> each.asJsonObject())
                        .filter(each -> each.getString("kind").equals(ofBuyer ? "PREPAID" : "PAYABLE"))
                        .map(each -> each.getJsonNumber("balance").bigDecimalValue())
                        .findFirst()
                        .orElse(BigDecimal.ZERO);
    }

    /** Table A.2. */
    JsonObject data(String address, String category, List<String> keyWords, String description) {
        return about(category, keyWords, description)
                .add("owner", owner())
                .add("dataID", platform.freshName("data") + "-" + Long.toString(System.nanoTime(), 36))
                .add("data_format", "jsonl")
                .add("data_size", 1)
                .add("collection_time", "2026-11-22 16:00:00")
                .add("country", "中国")
                .add("provider_url", "https://example.org/")
                .add("resource_url", address)
                .add("ownership_confirm", "https://example.org/ownership")
                .add("public_key", deliveryKey)
                .build();
    }

    /** Table A.5. */
    JsonObject publication(String registrationId, String price) {
        return Json.createObjectBuilder()
                .add("owner", owner())
                .add("registrationID", registrationId)
                .add("free", false)
                .add("price", Json.createValue(new BigDecimal(price)))
                .build();
    }

    /** Table A.17. */
    JsonObject demand(String category, List<String> keyWords, String description) {
        return about(category, keyWords, description)
                .add("demander", buyerAccount.username())
                .build();
    }

    /** Tables A.20 and A.26, and the beginning of A.29. */
    JsonObjectBuilder named(String demandId) {
        return Json.createObjectBuilder()
                .add("demander", buyerAccount.username())
                .add("demandID", demandId);
    }

    private static JsonObjectBuilder about(String category, List<String> keyWords, String description) {
        JsonArrayBuilder words = Json.createArrayBuilder();
        keyWords.forEach(words::add);
        return Json.createObjectBuilder()
                .add("key_words", words)
                .add("description", description)
                .add("data_type", "数据集")
                .add("data_category", Json.createArrayBuilder().add(category))
                .add("subscribe_confirm", "NO");
    }

    private Visitor visitor(Platform.Account account) {
        return platform.as(platform.login(account.username(), account.password()));
    }
}
