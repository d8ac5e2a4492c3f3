package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;

/** What a delivery's link opens, and two ways to decrypt it with {@code openssl} and {@code delivery.key}. */
final class DeliveredFile {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final OpenSsl openssl;
    private final Path folder;
    private final JsonObject proof;

    DeliveredFile(OpenSsl openssl, Path folder, JsonObject proof) {
        this.openssl = openssl;
        this.folder = folder;
        this.proof = proof;
    }

    /** Fetches the file from the link, without a token; where it lies. */
    Path fetch() throws IOException {
        Path file = folder.resolve("data.cms");
        get(HttpRequest.newBuilder(link()).build(), HttpResponse.BodyHandlers.ofFile(file), 200);
        return file;
    }

    /** A part of it. */
    byte[] range(String range) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(link()).header("Range", range).build();
        return get(request, HttpResponse.BodyHandlers.ofByteArray(), 206);
    }

    /** {@code openssl cms}, which holds a whole CMS in memory. */
    Path decrypt() {
        openssl.run(
                "cms",
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "data.cms",
                "-inkey",
                "delivery.key",
                "-out",
                "plain.bin");
        return folder.resolve("plain.bin");
    }

    /** {@code openssl enc}, which reads a file of any size: the counter mode inside GCM, under the key of the proof. */
    Path decryptInCounterMode() throws IOException {
        JsonObject file = proof.getJsonObject("file");
        openssl.write("key.cms", Base64.getDecoder().decode(file.getString("dataKey")));
        String key = new String(
                openssl.run("cms", "-decrypt", "-inform", "DER", "-in", "key.cms", "-inkey", "delivery.key"),
                StandardCharsets.US_ASCII);
        cut(
                file.getJsonNumber("cipherStart").longValueExact(),
                proof.getJsonObject("content").getJsonNumber("size").longValueExact());
        openssl.run(
                "enc",
                "-d",
                "-aes-256-ctr",
                "-K",
                key,
                "-iv",
                file.getString("nonce") + "00000002",
                "-in",
                "cut.bin",
                "-out",
                "counted.bin");
        return folder.resolve("counted.bin");
    }

    private void cut(long start, long length) throws IOException {
        try (FileChannel whole = FileChannel.open(folder.resolve("data.cms"));
                FileChannel part = FileChannel.open(
                        folder.resolve("cut.bin"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long done = 0;
            while (done < length) {
                done += whole.transferTo(start + done, length - done, part);
            }
        }
    }

    private URI link() {
        return URI.create(proof.getJsonObject("link").getString("url"));
    }

    private static <T> T get(HttpRequest request, HttpResponse.BodyHandler<T> handler, int status) throws IOException {
        try {
            HttpResponse<T> response = CLIENT.send(request, handler);
            assertThat(response.statusCode()).isEqualTo(status);
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
