package org.computility.system.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.OptionalTool;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.computility.system.servers.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/examples/foreign_node.py}, a node that knows nothing but the documents, as a process of its own. */
@InTurn
@OnTheServer
class ForeignNodeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void aNodeWrittenFromTheDocumentsDoesWhatTheyPromise(Platform platform) throws Exception {
        Path python = OptionalTool.require("python3");
        try (Workshop workshop = new Workshop(platform, 2)) {
            String code = platform.freshComputeCode();
            Platform.Account device = platform.deviceAccount(workshop.account().organisationId(), code);
            Process node = start(python, platform, device, code);
            try {
                runsATask(workshop, code);
                leaves(workshop, node);
            } finally {
                node.destroyForcibly();
            }
        }
    }

    private void runsATask(Workshop workshop, String code) {
        Visitor operator = workshop.operator();
        deliver(workshop, code);
        load(workshop, code);
        long plan = workshop.create(workshop.periodic(2).add("AutoStart", true));
        awaitCount(workshop, plan, "RunningCount");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(results(operator))
                        .extracting(result -> result.getString("computeCode") + " " + result.getString("eventId"))
                        .contains(code + " ILLEGAL_ADV"));

        operator.post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
        awaitCount(workshop, plan, "StoppedCount");
        operator.post("ACSMP/Tasks/" + plan + "/Start").expect(200);
        awaitCount(workshop, plan, "RunningCount");
    }

    /** SIGTERM: it tells that its tasks are over, and unregisters. */
    private void leaves(Workshop workshop, Process node) throws InterruptedException, IOException {
        node.destroy();

        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log())).contains("unregistered: (200").doesNotContain("Traceback");
        assertThat(workshop.operator().get("ACSMP/Computility").data().getInt("Total"))
                .as("the workshop's own is left")
                .isEqualTo(1);
    }

    private static void deliver(Workshop workshop, String code) {
        Visitor operator = workshop.operator();
        String id = workshop.algorithm().id();
        JsonObject delivery = Json.createObjectBuilder()
                .add("AlgoFilePackageID", id)
                .add("ComputilityCode", code)
                .build();
        await("the node registers")
                .atMost(PATIENCE)
                .until(() -> operator.post("ACSMP/AlgoFilePackages/Devices", delivery)
                                .status()
                        == 200);
        await().atMost(PATIENCE)
                .until(() -> operator.get("ACSMP/AlgoFilePackages/Devices/" + code + "/" + id)
                        .text()
                        .contains("\"Status\":3"));
    }

    private static void load(Workshop workshop, String code) {
        JsonObject wanted = Json.createObjectBuilder()
                .add("AlgoFilePackageID", workshop.algorithm().id())
                .add("ComputilityCode", code)
                .add("Replicas", 1)
                .build();
        Visitor operator = workshop.operator();
        JsonString service = (JsonString)
                operator.post("ACSMP/AlgoServices/Devices", wanted).expect(200).dataValue();
        await().atMost(PATIENCE)
                .until(() -> operator.get("ACSMP/AlgoServices/Devices/" + code + "/" + service.getString())
                        .data()
                        .getString("Status")
                        .equals("RUNNING"));
    }

    private static void awaitCount(Workshop workshop, long plan, String count) {
        await(count)
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(workshop.plan(plan).getInt(count)).isEqualTo(2));
    }

    private static List<JsonObject> results(Visitor operator) {
        return operator.get("platform/v1/results")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private Process start(Path python, Platform platform, Platform.Account device, String code) throws IOException {
        ProcessBuilder process = new ProcessBuilder(python.toString(), script().toString(), "--unregister-at-end");
        process.environment()
                .putAll(Map.of(
                        "NODE_CODE", code,
                        "NODE_USERNAME", device.username(),
                        "NODE_PASSWORD", device.password(),
                        "NODE_PORT", Integer.toString(TestSettings.freePort()),
                        "NODE_DATA_DIR", folder.toString(),
                        "NODE_RESULT_SECONDS", "0.5",
                        "PLATFORM_URL", platform.baseUri().toString()));
        return process.redirectErrorStream(true).redirectOutput(log().toFile()).start();
    }

    private Path log() {
        return folder.resolve("node.log");
    }

    private static Path script() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(parent -> parent.resolve("docs/examples/foreign_node.py"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }
}
