package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading with a {@code LicenseFile}: the file is there while the service is, and a service without its file is none. */
class LicenceFileTest {

    @TempDir
    Path temp;

    private NodeFixture fixture;

    @BeforeEach
    void startNode() throws Exception {
        Files.createDirectories(temp.resolve("data/licences"));
        Files.writeString(temp.resolve("data/licences/left-by-a-killed-process"), "x");
        fixture = new NodeFixture(temp.resolve("data"), temp);
        fixture.deliver(NodeFixture.MOTION, "motion-in-area");
    }

    @AfterEach
    void stopNode() {
        fixture.close();
    }

    @Test
    void theFileIsKeptWhileTheServiceIsLoaded() throws Exception {
        fixture.platform.files.put("licence", "for this node".getBytes(StandardCharsets.UTF_8));
        load(fixture.platform.url("/files/licence").toString());
        awaitStatus("RUNNING");

        assertThat(licences()).containsExactly("for this node");
        fixture.platform.files.put("licence", "renewed".getBytes(StandardCharsets.UTF_8));
        load(fixture.platform.url("/files/licence").toString());
        await().until(() -> licences().equals(List.of("renewed")));
        fixture.client.call("DELETE", "/AlgoServices/s", null);
        await().until(() -> licences().isEmpty());
    }

    @Test
    void aServiceWhoseFileCannotBeFetchedIsInErrorAndSaysWhyUntilItIsLoadedWell() throws Exception {
        load(fixture.platform.url("/nowhere").toString());
        awaitStatus("ERROR");
        assertThat(message()).contains("The licence file cannot be fetched").contains("404");

        fixture.platform.files.put("empty", new byte[0]);
        load(fixture.platform.url("/files/empty").toString());
        await().until(() -> message().contains("it is empty"));

        fixture.platform.files.put("large", new byte[(2 << 20) + 1]);
        load(fixture.platform.url("/files/large").toString());
        await().until(() -> message().contains("more than 2 MiB"));

        fixture.platform.files.put("licence", "of somebody else".getBytes(StandardCharsets.UTF_8));
        load(fixture.platform.url("/elsewhere/files/licence").toString());
        await().until(() -> message().contains("302"));

        load("http://127.0.0.1:1/licence");
        await().until(() -> message().contains("ConnectException"));
        assertThat(licences()).isEmpty();

        fixture.platform.files.put("licence", new byte[2 << 20]);
        load(fixture.platform.url("/files/licence").toString());
        awaitStatus("RUNNING");
    }

    @Test
    void anAddressThatIsNoneIsRefusedAtOnce() throws Exception {
        for (String wrong :
                List.of("file:///etc/passwd", "ftp://127.0.0.1/x", "licence.bin", "http:///x", "http://a b")) {
            NodeClient.Answer answer = load(wrong);

            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.message()).contains("LicenseFile");
        }
        assertThat(fixture.client.call("GET", "/AlgoServices", null).list()).isEmpty();
    }

    private NodeClient.Answer load(String licence) throws Exception {
        return fixture.client.call(
                "POST",
                "/AlgoServices",
                "{\"AlgoServiceID\":\"s\",\"AlgoFilePackageID\":\"%s\",\"LicenseFile\":\"%s\"}"
                        .formatted(NodeFixture.MOTION, licence));
    }

    private void awaitStatus(String status) {
        await().until(() -> fixture.statusOf("/AlgoServices", "AlgoServiceID", "s", "Status")
                .contains(status));
    }

    private String message() throws Exception {
        return fixture.client.call("GET", "/AlgoServices", null).list().get(0).getString("Message", "");
    }

    private List<String> licences() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("data/licences"))) {
            List<String> contents = new java.util.ArrayList<>();
            for (Path each : files.filter(f -> !f.toString().endsWith(".part")).toList()) {
                contents.add(Files.readString(each));
            }
            return contents;
        }
    }
}
