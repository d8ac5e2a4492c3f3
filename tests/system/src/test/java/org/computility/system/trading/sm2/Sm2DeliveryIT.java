package org.computility.system.trading.sm2;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.OptionalTool;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.datasets.SentDataset;
import org.computility.system.identity.Sm2;
import org.computility.system.trading.Market;
import org.computility.system.trading.OpenSsl;
import org.computility.system.trading.Purchase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sellers and buyers with keys of SM2; {@code docs/examples/open_sm2.py}, which has none of our classes, opens what they get. */
@OnTheServer
@InTurn
class Sm2DeliveryIT {

    private static final String CURVE = "ec_paramgen_curve:";

    private final Platform platform;
    private final Market market;

    @TempDir
    Path folder;

    private OpenSsl openssl;
    private Purchase purchase;

    Sm2DeliveryIT(Platform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    @BeforeEach
    void prepare() {
        OptionalTool.require("python3");
        openssl = new OpenSsl(folder);
        purchase = new Purchase(platform, market, openssl);
    }

    @ParameterizedTest
    @CsvSource({"made here, SM2", "its own, SM2", "made here, P-256", "P-256, SM2"})
    void theBuyerOpensTheVeryBytes(String sellersKey, String buyersCurve) throws IOException {
        openssl.write("buyer.key", openssl.run("genpkey", "-algorithm", "EC", "-pkeyopt", CURVE + buyersCurve));
        Path data = Files.write(folder.resolve("data.bin"), random());
        String set = SentDataset.upload(market.seller(), platform.freshName("set"), data);
        JsonObject offered = Json.createObjectBuilder(market.data(set))
                .add("public_key", sellersKey.equals("made here") ? made() : publicKey(sellersKey))
                .build();
        if (sellersKey.equals("its own")) {
            String registration =
                    market.seller().post("registerData", offered).data().getString("registrationID");
            deposit(registration, sellersKey()).expect(200, 204);
        }

        JsonObject paid = purchase.bought(sellersKey.equals("P-256") ? market.data(set) : offered);
        JsonObject delivered = market.deliver(paid.getJsonObject("licenses")).data();

        Path handed = written("handed.cms", paid.getJsonObject("private_key").getString("value"));
        Path delivery = written("data.cms", delivered.getString("data_file"));
        Path key = open("buyer.key", handed, buyersCurve.equals("SM2"), "delivery.p8");
        assertThat(openssl.run(
                        "pkey", "-inform", "DER", "-in", key.getFileName().toString(), "-pubout"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo(offered.getString("public_key"));
        Path opened = open("delivery.p8", delivery, !sellersKey.equals("P-256"), "opened.bin");
        assertThat(opened).hasSameBinaryContentAs(data);
    }

    @Test
    void whatIsAlteredAndWhoeverElseHasAKeyOpensNothing() throws IOException {
        openssl.write("buyer.key", openssl.run("genpkey", "-algorithm", "SM2"));
        openssl.write("other.key", openssl.run("genpkey", "-algorithm", "SM2"));
        JsonObject paid = purchase.bought(market.data());
        Path handed = written("handed.cms", paid.getJsonObject("private_key").getString("value"));
        byte[] altered = Files.readAllBytes(handed);
        altered[altered.length - 30] ^= 1;
        Path spoilt = Files.write(folder.resolve("altered.cms"), altered);

        assertThat(python("buyer.key", handed, "delivery.p8")).isZero();
        assertThat(python("buyer.key", spoilt, "delivery.p8")).isNotZero();
        assertThat(python("other.key", handed, "delivery.p8")).isNotZero();
    }

    @Test
    void aPrivateKeyOfAnotherPairIsNotTaken() throws IOException {
        openssl.write("buyer.key", openssl.run("genpkey", "-algorithm", "SM2"));
        JsonObject offered = Json.createObjectBuilder(market.data())
                .add("public_key", publicKey("its own"))
                .build();
        String registration =
                market.seller().post("registerData", offered).data().getString("registrationID");
        openssl.write("seller.key", openssl.run("genpkey", "-algorithm", "SM2"));

        Refusals.check(deposit(registration, sellersKey()), 400, "private-key-invalid", "privateKey");
    }

    @Test
    void aPrivateKeyIsDepositedUnderThePlatformsOwnKey() throws IOException {
        JsonObject offered = Json.createObjectBuilder(market.data())
                .add("public_key", publicKey("its own"))
                .build();
        String registration =
                market.seller().post("registerData", offered).data().getString("registrationID");
        String key = sellersKey();

        for (String unreadable : List.of("SM2:0011", Sm2.ofAnotherPlatform().encrypt(key))) {
            Refusals.check(deposit(registration, unreadable), 400, "password-cipher", "privateKey");
        }
        JsonObject publication = market.publication(registration)
                .add("price", new BigDecimal("1"))
                .build();
        Refusals.check(market.seller().post("publishData", publication), 409, "40997", "registrationID");
        deposit(registration, Sm2.of(platform).encrypt(key)).expect(200, 204);
        market.seller().post("publishData", publication).data();
    }

    /** A pair of the seller's that the platform keeps. */
    private String made() {
        JsonObject made = market.seller()
                .post(
                        "platform/v1/market/delivery-keys",
                        Json.createObjectBuilder().add("algorithm", "SM2").build())
                .expect(200)
                .json();
        assertThat(made.getString("algorithm")).isEqualTo("SM2");
        return made.getString("publicKey");
    }

    private String publicKey(String sellersKey) {
        if (sellersKey.equals("P-256")) {
            return market.key();
        }
        openssl.write("seller.key", openssl.run("genpkey", "-algorithm", "SM2"));
        return new String(openssl.run("pkey", "-in", "seller.key", "-pubout"), StandardCharsets.US_ASCII);
    }

    private String sellersKey() throws IOException {
        return Files.readString(folder.resolve("seller.key"));
    }

    private Answer deposit(String registration, String privateKey) {
        return market.seller()
                .put(
                        "platform/v1/market/resources/" + registration + "/private-key",
                        Json.createObjectBuilder().add("privateKey", privateKey).build());
    }

    private Path written(String file, String base64) throws IOException {
        return Files.write(folder.resolve(file), Base64.getDecoder().decode(base64));
    }

    private Path open(String key, Path file, boolean bySm2, String into) throws IOException {
        if (bySm2) {
            assertThat(python(key, file, into))
                    .as(Files.readString(folder.resolve("errors")))
                    .isZero();
        } else {
            String form = key.endsWith(".p8") ? "DER" : "PEM";
            openssl.run(
                    "cms",
                    "-decrypt",
                    "-binary",
                    "-inform",
                    "DER",
                    "-in",
                    file.getFileName().toString(),
                    "-keyform",
                    form,
                    "-inkey",
                    key,
                    "-out",
                    into);
        }
        return folder.resolve(into);
    }

    private int python(String key, Path file, String into) {
        try {
            return new ProcessBuilder("python3", script().toString(), key)
                    .directory(folder.toFile())
                    .redirectInput(file.toFile())
                    .redirectOutput(folder.resolve(into).toFile())
                    .redirectError(folder.resolve("errors").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Path script() {
        return Stream.iterate(Path.of(System.getProperty("computility.root")).toAbsolutePath(), Path::getParent)
                .map(parent -> parent.resolve("docs/examples/open_sm2.py"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] random() {
        byte[] bytes = new byte[50_000];
        new Random(50).nextBytes(bytes);
        return bytes;
    }
}
