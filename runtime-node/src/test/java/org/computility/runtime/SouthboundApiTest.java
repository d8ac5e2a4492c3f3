package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SouthboundApiTest {

    @TempDir
    Path temp;

    private NodeFixture fixture;

    @BeforeEach
    void startNode() throws Exception {
        fixture = new NodeFixture(temp.resolve("data"), temp);
    }

    @AfterEach
    void stopNode() {
        fixture.close();
    }

    @Test
    void aWrongCredentialOpensNothing() throws Exception {
        for (String wrong : List.of("node:wrong", "", "other:secret")) {
            NodeClient stranger = new NodeClient(fixture.node.port(), wrong);
            assertThat(stranger.call("GET", "/Computility", null).status()).isEqualTo(401);
            assertThat(stranger.call("GET", "/Nonsense", null).status()).isEqualTo(401);
        }
    }

    @Test
    void everyOperationOfTheOpenApiDocumentIsServed() throws Exception {
        Object document = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("..", "docs", "southbound-openapi.yaml")));
        Map<?, ?> paths = (Map<?, ?>) ((Map<?, ?>) document).get("paths");
        List<String> served = new ArrayList<>();
        for (Map.Entry<?, ?> path : paths.entrySet()) {
            for (Object method : ((Map<?, ?>) path.getValue()).keySet()) {
                String verb = method.toString().toUpperCase(java.util.Locale.ROOT);
                if (!path.getKey().equals("/Events")
                        && List.of("GET", "POST", "DELETE").contains(verb)) {
                    String body = verb.equals("POST") ? "{}" : null;
                    int status = fixture.client
                            .call(verb, path.getKey().toString().replace("{ID}", "unknown"), body)
                            .status();
                    assertThat(status).as("%s %s", verb, path.getKey()).isIn(200, 400);
                    served.add(verb + " " + path.getKey());
                }
            }
        }
        assertThat(served).hasSize(10);
        assertThat(fixture.client.call("GET", "/Nonsense", null).status()).isEqualTo(404);
        assertThat(fixture.client.call("PUT", "/Tasks", "{}").status()).isEqualTo(405);
    }

    @Test
    void theDeviceTellsItsFigures() throws Exception {
        JsonObject info =
                fixture.client.call("GET", "/Computility", null).body().getJsonObject("Data");

        assertThat(info.getString("DeviceID")).isEqualTo(NodeFixture.CODE);
        assertThat(info.getInt("Cpu")).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(info.getJsonNumber("Memory").doubleValue())
                .isGreaterThan(info.getJsonNumber("MemoryUsed").doubleValue());
        assertThat(info.getJsonNumber("CpuUtilization").doubleValue()).isBetween(0.0, 1.0);
        assertThat(info.getJsonArray("XpuMonitors")).isNotNull();
    }

    @Test
    void theDeviceTellsTheEnergyThatItCanRead() throws Exception {
        assertThat(energy())
                .as("no register")
                .noneMatch(count -> count.getString("Covers").equals("CPU"));
        register(3_600_000_000L);
        energy();

        register(3 * 3_600_000_000L);
        assertThat(energy())
                .filteredOn(count -> count.getString("Covers").equals("CPU"))
                .singleElement()
                .satisfies(count -> {
                    assertThat(count.getJsonNumber("WattHours").doubleValue()).isEqualTo(2);
                    assertThat(Instant.parse(count.getString("At")))
                            .isAfterOrEqualTo(Instant.parse(count.getString("CountedSince")));
                });
    }

    private List<JsonObject> energy() throws Exception {
        return fixture.client
                .call("GET", "/Computility", null)
                .body()
                .getJsonObject("Data")
                .getJsonArray("Energy")
                .getValuesAs(JsonObject.class);
    }

    /** What the kernel shows of the only processor; in one step, since the node looks at any time. */
    private void register(long microjoules) throws Exception {
        Path zone = temp.resolve("powercap/intel-rapl:0");
        if (!Files.exists(zone)) {
            Path made = Files.createDirectories(temp.resolve("made"));
            Files.writeString(made.resolve("name"), "package-0\n");
            Files.writeString(made.resolve("max_energy_range_uj"), "262143328850\n");
            Files.writeString(made.resolve("energy_uj"), microjoules + "\n");
            Files.createDirectories(zone.getParent());
            Files.move(made, zone);
            return;
        }
        Path next = Files.writeString(temp.resolve("energy_uj"), microjoules + "\n");
        Files.move(next, zone.resolve("energy_uj"), StandardCopyOption.ATOMIC_MOVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /AlgoFilePackages | {}                                                                   | 400 | AlgoFilePackageID
            /AlgoFilePackages | {"AlgoFilePackageID":"7"}                                            | 400 | AlgoFilePackageID
            /AlgoFilePackages | [1]                                                                  | 400 | body
            /AlgoServices     | {"AlgoServiceID":"s"}                                                | 400 | AlgoFilePackageID
            /AlgoServices     | {"AlgoServiceID":"s","AlgoFilePackageID":"1101080000508000000120261101000000000009"} | 404 | not on this node
            /AlgoServices     | {"AlgoServiceID":5}                                                  | 400 | AlgoServiceID
            /Tasks/Start      | {"Tasks":7}                                                          | 400 | Tasks
            /Tasks/Stop       | {"TaskIDs":[7]}                                                      | 400 | TaskIDs
            """)
    void aWrongRequestIsRefusedByItsMember(String path, String body, int status, String named) throws Exception {
        NodeClient.Answer answer = fixture.client.call("POST", path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().getInt("Code")).isEqualTo(status * 100);
        assertThat(answer.message()).contains(named);
    }

    @Test
    void oneRefusedTaskLeavesTheOthersAlone() throws Exception {
        fixture.deliver(NodeFixture.SOIL, "bare-soil-share");
        fixture.load("soil", NodeFixture.SOIL, 1);
        String code = "COMPUTILITY-BARE_SOIL_SHARE-1.0.0";
        String url = "\"TaskInfo\":{\"StreamOptions\":{\"VideoStreamOptions\":{\"Url\":\"rtsp://127.0.0.1:1/x\"}}}";
        String task = "{\"TaskID\":\"%s\",\"AlgoServiceID\":\"%s\",\"AlgoDefCode\":\"%s\",\"Type\":\"%s\",%s}";
        List<String> tasks = new ArrayList<>(List.of(
                task.formatted("unknown-service", "x", code, "VIDEO_FILE", url),
                task.formatted("unknown-capability", "soil", "X", "VIDEO_FILE", url),
                task.formatted("wrong-type", "soil", code, "TEXT", url),
                task.formatted("no-media", "soil", code, "VIDEO_FILE", "\"TaskInfo\":{}")));
        for (int i = 0; i < 5; i++) {
            tasks.add(task.formatted("good-" + i, "soil", code, "VIDEO_REALTIME", url));
        }
        String body = "{\"Tasks\":[" + String.join(",", tasks) + "]}";

        List<JsonObject> outcomes =
                fixture.client.call("POST", "/Tasks/Start", body).list();
        assertThat(outcomes)
                .extracting(o -> o.getInt("Code"))
                .containsExactly(40400, 40000, 40000, 40000, 0, 0, 0, 0, 40900);
        assertThat(outcomes.get(8).getString("Message")).contains("full");

        // The refused ones took no place, a repeated one takes none, and a stopped one gives its place back.
        fixture.client.call("POST", "/Tasks/Stop", "{\"TaskIDs\":[\"good-0\"]}");
        List<JsonObject> again =
                fixture.client.call("POST", "/Tasks/Start", body).list();
        assertThat(again.get(8).getInt("Code")).isEqualTo(40900);
        assertThat(again.get(4).getInt("Code")).isZero();
    }

    @Test
    void aPackageInUseStays() throws Exception {
        fixture.deliver(NodeFixture.SOIL, "bare-soil-share");
        fixture.load("soil", NodeFixture.SOIL, 1);

        assertThat(fixture.client
                        .call("DELETE", "/AlgoFilePackages/" + NodeFixture.SOIL, null)
                        .status())
                .isEqualTo(409);
        assertThat(fixture.client.call("DELETE", "/AlgoServices/soil", null).status())
                .isEqualTo(200);
        assertThat(fixture.client.call("DELETE", "/AlgoServices/soil", null).status())
                .isEqualTo(200);
        assertThat(fixture.client
                        .call("DELETE", "/AlgoFilePackages/" + NodeFixture.SOIL, null)
                        .status())
                .isEqualTo(200);
        assertThat(fixture.client.call("GET", "/AlgoFilePackages", null).list()).isEmpty();
    }

    @Test
    void aDownloadThatBreaksGoesOnWhereItWas() throws Exception {
        fixture.platform.breakAfter = 1000;
        fixture.deliver(NodeFixture.MOTION, "motion-in-area");

        assertThat(fixture.platform.ranges).containsExactly("null", "bytes=1000-");
    }

    @Test
    void aFileThatIsNotWhatWasPromisedFails() throws Exception {
        byte[] tar = NodeFixture.tar("motion-in-area");
        fixture.platform.files.put("p", tar);
        String wrongSum = fixture.delivery(NodeFixture.MOTION, "p", "0".repeat(32), tar.length);
        fixture.client.call("POST", "/AlgoFilePackages", wrongSum);
        awaitFailure(NodeFixture.MOTION, "MD5");

        fixture.client.call(
                "POST", "/AlgoFilePackages", fixture.delivery(NodeFixture.SOIL, "p", NodeFixture.md5(tar), tar.length));
        awaitFailure(NodeFixture.SOIL, "the file is the package");

        byte[] noise = Arrays.copyOfRange(tar, 600, 1700);
        fixture.platform.files.put("p", noise);
        fixture.client.call(
                "POST",
                "/AlgoFilePackages",
                fixture.delivery(NodeFixture.MOTION, "p", NodeFixture.md5(noise), noise.length));
        awaitFailure(NodeFixture.MOTION, "archive");
    }

    @Test
    void eventsBeginWithTheStateOfEverythingAndShowLife() throws Exception {
        fixture.deliver(NodeFixture.SOIL, "bare-soil-share");
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(fixture.client.events(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo("event: package");
            assertThat(events.readLine()).startsWith("data: {\"AlgoFilePackageID\":\"" + NodeFixture.SOIL);
            assertThat(events.readLine()).isEmpty();
            assertThat(events.readLine()).startsWith(":");
            events.readLine();
            fixture.load("soil", NodeFixture.SOIL, 1);
            assertThat(events.readLine()).isEqualTo("event: service");
            assertThat(events.readLine()).contains("\"Status\":\"INIT\"");
            events.readLine();
            events.readLine();
            assertThat(events.readLine()).contains("\"Status\":\"RUNNING\"");
            events.readLine();
            assertThat(events.readLine()).as("a sign of life").startsWith(":");
        }
    }

    @Test
    void aForgottenNodeRegistersAgain() {
        await().until(() -> fixture.platform.keepalives.get() > 0);
        fixture.platform.forget();
        await().atMost(Duration.ofSeconds(15)).until(() -> fixture.platform.registrations.size() == 2);

        JsonObject registration = fixture.platform.registrations.get(1);
        assertThat(registration.getString("Code")).isEqualTo(NodeFixture.CODE);
        assertThat(registration.getString("Username")).isEqualTo("node");
        assertThat(registration.getBoolean("SupportAlgoService")).isTrue();
        int before = fixture.platform.keepalives.get();
        await().until(() -> fixture.platform.keepalives.get() > before);
    }

    private void awaitFailure(String id, String why) {
        await().until(() -> fixture.statusOf("/AlgoFilePackages", "AlgoFilePackageID", id, "Status")
                        .equals("2")
                && fixture.statusOf("/AlgoFilePackages", "AlgoFilePackageID", id, "DownloadErrorMessage")
                        .contains(why));
    }
}
