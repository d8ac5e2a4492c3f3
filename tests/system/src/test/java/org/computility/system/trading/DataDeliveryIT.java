package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.datasets.SentDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was paid for is delivered, and {@code openssl} opens and verifies it (T/AI 123.12 A.3.5, A.3.6). */
@OnTheServer
class DataDeliveryIT {

    /** {@code -Dcomputility.large=4294967296} has 4 GiB go through. */
    private static final long LARGE = Long.getLong("computility.large", 64L << 20);

    private static final int MANY = 16;

    private final Platform platform;
    private final Market market;

    @TempDir
    Path folder;

    private OpenSsl openssl;
    private Purchase purchase;

    DataDeliveryIT(Platform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    @BeforeEach
    void prepare() {
        openssl = new OpenSsl(folder);
        purchase = new Purchase(platform, market, openssl);
    }

    @Test
    void whatWasUploadedArrivesAtItsBuyerByteForByte() throws IOException {
        Path data = random(100_000);
        JsonObject paid = purchase.bought(market.data(upload(data)));

        JsonObject delivered = deliver(paid).data();

        JsonObject proof = delivered.getJsonObject("delivery_proof");
        purchase.open(paid.getJsonObject("private_key"));
        Files.write(folder.resolve("data.cms"), Base64.getDecoder().decode(delivered.getString("data_file")));
        DeliveredFile file = new DeliveredFile(openssl, folder, proof);
        assertThat(file.decrypt()).hasSameBinaryContentAs(data);
        assertThat(file.decryptInCounterMode()).hasSameBinaryContentAs(data);
        checkProof(proof, paid.getJsonObject("licenses"), data);
        assertThat(deliver(paid).data()).isEqualTo(delivered);
        JsonObject queried =
                Json.createObjectBuilder(delivered).remove("data_file").build();
        String query = "queryDeliverResult?confirmID=" + proof.getString("confirmID");
        assertThat(market.buyer().get(query).data()).isEqualTo(queried);
        assertThat(market.seller().get("v1/data/" + query).data()).isEqualTo(queried);
    }

    @InTurn
    @Test
    void largeDataIsStreamedFromTheLinkOfTheProof() throws IOException {
        Path data = random(LARGE);
        JsonObject paid = purchase.bought(market.data(upload(data)));

        JsonObject delivered = deliver(paid).data();

        assertThat(delivered).doesNotContainKey("data_file");
        JsonObject proof = delivered.getJsonObject("delivery_proof");
        purchase.open(paid.getJsonObject("private_key"));
        DeliveredFile file = new DeliveredFile(openssl, folder, proof);
        Path fetched = file.fetch();
        String sha256 = SentDataset.digest("SHA-256", data);
        assertThat(Files.size(fetched))
                .isEqualTo(proof.getJsonObject("file").getJsonNumber("size").longValueExact());
        assertThat(SentDataset.digest("SHA-256", fetched))
                .isEqualTo(proof.getJsonObject("file").getString("sha256"));
        assertThat(SentDataset.digest("SHA-256", file.decryptInCounterMode())).isEqualTo(sha256);
        if (LARGE <= 1L << 30) {
            assertThat(SentDataset.digest("SHA-256", file.decrypt())).isEqualTo(sha256);
        }
        byte[] first = file.range("bytes=0-99");
        try (var begin = Files.newInputStream(fetched)) {
            assertThat(first).isEqualTo(begin.readNBytes(100));
        }
    }

    @InTurn
    @Test
    void anRsaPairDeliversThatToo() throws IOException {
        Market rsa = new Market(platform, "RSA_3072");
        Purchase bought = new Purchase(platform, rsa, openssl);
        Path data = random(10_000);
        JsonObject paid = bought.bought(rsa.data(SentDataset.upload(rsa.seller(), platform.freshName("set"), data)));

        JsonObject delivered = rsa.deliver(paid.getJsonObject("licenses")).data();

        bought.open(paid.getJsonObject("private_key"));
        assertThat(new String(openssl.run("pkey", "-in", "delivery.key", "-noout", "-text"), StandardCharsets.US_ASCII))
                .contains("3072 bit");
        Files.write(folder.resolve("data.cms"), Base64.getDecoder().decode(delivered.getString("data_file")));
        DeliveredFile file = new DeliveredFile(openssl, folder, delivered.getJsonObject("delivery_proof"));
        assertThat(file.decrypt()).hasSameBinaryContentAs(data);
        assertThat(file.decryptInCounterMode()).hasSameBinaryContentAs(data);
    }

    @InTurn
    @Test
    void manyCallsAtOnceDeliverOnce() throws IOException {
        JsonObject paid = purchase.bought(market.data(upload(random(10_000))));
        List<Callable<Answer>> calls = IntStream.range(0, MANY)
                .<Callable<Answer>>mapToObj(i -> () -> deliver(paid))
                .toList();

        List<JsonObject> answers =
                AtOnce.send(calls).stream().map(Answer::data).distinct().toList();

        assertThat(answers).hasSize(1);
    }

    private void checkProof(JsonObject proof, JsonObject licence, Path data) throws IOException {
        assertThat(proof.getString("status")).isEqualTo("DELIVERED");
        assertThat(proof.getString("licensesID")).isEqualTo(licence.getString("licensesID"));
        assertThat(proof.getString("licensee")).isEqualTo(market.demander());
        assertThat(proof.getString("deliveredAt")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        JsonObject content = proof.getJsonObject("content");
        assertThat(content.getString("sha256")).isEqualTo(SentDataset.digest("SHA-256", data));
        assertThat(content.getJsonNumber("size").longValueExact()).isEqualTo(Files.size(data));
        purchase.verifyWatermark(licence, SentDataset.digest("SHA-256", data));
        purchase.verify(
                licence.getString("licensesID"),
                Json.createObjectBuilder(proof).remove("link").build(),
                "signature");
    }

    private String upload(Path data) throws IOException {
        return SentDataset.upload(market.seller(), platform.freshName("set"), data);
    }

    private Answer deliver(JsonObject settlement) {
        return market.deliver(settlement.getJsonObject("licenses"));
    }

    private Path random(long size) throws IOException {
        Path file = folder.resolve("data.bin");
        SplittableRandom random = new SplittableRandom(size);
        byte[] block = new byte[1 << 16];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (long left = size; left > 0; left -= block.length) {
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return file;
    }
}
