package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.system.FakeNode;
import org.computility.system.FakeNode.TaskRun;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.PackageNode;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.ServerUnderTest;
import org.computility.system.SideBySide;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The 90 s rule of B.3 and what follows from it, on a server that waits ten seconds instead. */
@InTurn(place = 2)
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "restarts the server")
class SilentNodeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Platform platform;
    private Workshop workshop;
    private FakeNode node;
    private String service;

    SilentNodeIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    static void beImpatient(ServerUnderTest server) {
        server.stop();
        server.start(Map.of("COMPUTILITY_KEEPALIVE_TIMEOUT", "PT10S"));
    }

    @AfterAll
    static void beAsEver(ServerUnderTest server) {
        server.stop();
        server.start();
    }

    @BeforeEach
    void open() {
        workshop = new Workshop(platform, 4);
        node = workshop.node();
        service = workshop.load(2);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @SideBySide
    void itsInstancesMoveToANodeWithRoomAndDoNotComeBackWithIt() {
        long plan = workshop.create(workshop.periodic(4).add("AutoStart", true));
        await().atMost(PATIENCE).until(() -> workshop.plan(plan).getInt("RunningCount") == 4);
        assertThat(node.running()).isEqualTo(4);
        FakeNode other = workshop.addNode();
        workshop.load(other, 1);

        node.vanish();

        await().atMost(PATIENCE).until(() -> !isOnline());
        assertThat(workshop.serviceStatus(node, service)).isEqualTo("UNSPECIFIED");
        await().atMost(PATIENCE).until(() -> workshop.plan(plan).getInt("RunningCount") == 4);
        assertThat(tasks(other.runs())).isEqualTo(tasks(node.runs())).hasSize(4);
        assertThat(outcomes(plan, node)).containsExactly("LOST", "LOST", "LOST", "LOST");
        // Nobody could tell it to stop.
        assertThat(node.running()).isEqualTo(4);

        node.comeBack();

        await().atMost(PATIENCE).until(this::isOnline);
        await().atMost(PATIENCE).until(() -> node.running() == 0);
        await().atMost(PATIENCE)
                .until(() -> workshop.serviceStatus(node, service).equals("RUNNING"));
        assertThat(other.running()).isEqualTo(4);
        assertThat(other.runs()).hasSize(4);
        assertThat(workshop.plan(plan).getInt("RunningCount")).isEqualTo(4);
    }

    @SideBySide
    void anInspectionsGroupGoesOnElsewhereForTheRestOfItsTime() {
        long plan = workshop.create(workshop.inspective(3, 3, 600, 1));
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
        await().atMost(PATIENCE).until(() -> node.running() == 3);
        FakeNode other = workshop.addNode();
        workshop.load(other, 1);

        node.vanish();

        await().atMost(PATIENCE).until(() -> other.running() == 3);
        assertThat(other.starts())
                .allSatisfy(start -> assertThat(start.getInt("DurationLimit")).isBetween(1, 595));
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
        assertThat(other.running()).isZero();
    }

    @SideBySide
    void itsInstancesWaitWhereNoOtherHasRoomAndRunAgainWhenItRegistersAnew() {
        long plan = workshop.create(workshop.periodic(2).add("AutoStart", true));
        await().atMost(PATIENCE).until(() -> workshop.plan(plan).getInt("RunningCount") == 2);

        node.vanish();

        await().atMost(PATIENCE).until(() -> workshop.plan(plan).getInt("StartingCount") == 2);
        assertThat(instances(plan)).allSatisfy(instance -> {
            assertThat(instance.asJsonObject().getString("Status")).isEqualTo("PENDING");
            assertThat(instance.asJsonObject().getString("Message")).isNotEmpty();
        });
        assertThat(isOnline()).isFalse();

        // The node's program was started again, at another port, and what ran there is gone.
        try (FakeNode restarted = new FakeNode(node.code())) {
            restarted.inherit(node);
            workshop.register(restarted);
            assertThat(isOnline()).isTrue();
            await().atMost(PATIENCE).until(() -> workshop.plan(plan).getInt("RunningCount") == 2);
            assertThat(restarted.running()).isEqualTo(2);
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
            assertThat(restarted.running()).isZero();
        }
    }

    @SideBySide
    void whatWasStoppedDuringItsSilenceIsStoppedThereWhenItComesBack() {
        long plan = workshop.create(workshop.periodic(2).add("AutoStart", true));
        await().atMost(PATIENCE).until(() -> workshop.plan(plan).getInt("RunningCount") == 2);

        node.vanish();
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();

        assertThat(workshop.plan(plan).getInt("StoppedCount")).isEqualTo(2);
        assertThat(node.running()).isEqualTo(2);
        node.comeBack();
        await().atMost(PATIENCE).until(() -> node.running() == 0);
        assertThat(workshop.plan(plan).getInt("StoppedCount")).isEqualTo(2);
    }

    @SideBySide
    void resultsShowThatANodeIsAliveAsKeepalivesDo() {
        long plan = workshop.create(workshop.periodic(1));
        String instance = workshop.plan(plan)
                .getJsonArray("AlgoTaskInfos")
                .getJsonObject(0)
                .getString("ID");
        try (PackageNode quiet = new PackageNode(platform.freshComputeCode())) {
            String organisation = workshop.account().organisationId();
            Visitor self = platform.as(quiet.register(platform, platform.deviceAccount(organisation, quiet.code())));

            await().during(Duration.ofSeconds(20)).atMost(PATIENCE).until(() -> {
                self.post("platform/v1/results", result(quiet.code(), instance)).expect(200);
                return isOnline(quiet.code());
            });

            await().atMost(PATIENCE).until(() -> !isOnline(quiet.code()));
        }
    }

    @SideBySide
    void theKeepaliveThatBringsItBackIsOnRecordAndNoOther() {
        try (PackageNode quiet = new PackageNode(platform.freshComputeCode())) {
            String organisation = workshop.account().organisationId();
            Platform.Account device = platform.deviceAccount(organisation, quiet.code());
            Visitor self = platform.as(quiet.register(platform, device));
            String early = keptAlive(self, quiet.code());
            await().atMost(PATIENCE).until(() -> !isOnline(quiet.code()));

            String returning = keptAlive(self, quiet.code());

            await().atMost(PATIENCE)
                    .until(() -> platform.auditRecords(returning).size() == 1);
            assertThat(isOnline(quiet.code())).isTrue();
            JsonObject record = platform.auditRecords(returning).get(0);
            assertThat(record.getString("account")).isEqualTo(device.username());
            assertThat(record.getString("organisationId")).isEqualTo(organisation);
            assertThat(record.getString("action")).isEqualTo("POST /ACSMP/Keepalive");
            assertThat(record.getString("target")).isEqualTo("compute " + quiet.code());
            assertThat(record.getString("source")).isNotBlank();
            assertThat(record.getInt("outcome")).isEqualTo(200);
            String late = keptAlive(self, quiet.code());
            await().atMost(PATIENCE).until(() -> !isOnline(quiet.code()));
            assertThat(platform.auditRecords(early)).isEmpty();
            assertThat(platform.auditRecords(late)).isEmpty();
        }
    }

    /** A keepalive, and its request's number. */
    private String keptAlive(Visitor device, String code) {
        String requestId = platform.freshName("request");
        device.send(device.request("ACSMP/Keepalive")
                        .header("Content-Type", "application/json")
                        .header("X-Request-ID", requestId)
                        .POST(BodyPublishers.ofString("{\"Code\":\"" + code + "\"}"))
                        .build())
                .expect(200);
        return requestId;
    }

    private JsonObject result(String code, String instance) {
        return Json.createObjectBuilder()
                .add(
                        "results",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", UUID.randomUUID().toString())
                                        .add("taskInstanceId", instance)
                                        .add("computeCode", code)
                                        .add("algoDefCode", workshop.algorithm().capability())
                                        .add("sequence", 1)
                                        .add("time", Instant.now().toString())
                                        .add("data", Json.createObjectBuilder().add("type", "ALERT"))))
                .build();
    }

    @SideBySide
    void nothingIsDeliveredToItLoadedOnItOrDeletedFromIt() {
        String devices = "ACSMP/AlgoFilePackages/Devices";
        JsonObject load = workshop.loadRequest(1);
        JsonObject delivery = Json.createObjectBuilder(load).remove("Replicas").build();
        String delivered = devices + "/" + node.code() + "/" + load.getString("AlgoFilePackageID");

        node.vanish();
        await().atMost(PATIENCE).until(() -> !isOnline());

        Refusals.check(workshop.operator().post(devices, delivery), 40920, node.code());
        Refusals.check(workshop.operator().delete(delivered), 40920, node.code());
        Refusals.check(workshop.operator().post("ACSMP/AlgoServices/Devices", load), 40941, node.code());
        assertThat(workshop.operator().get(delivered).data().getInt("Status")).isEqualTo(3);
        JsonObject services = workshop.operator()
                .post(
                        "ACSMP/AlgoServices/Devices/Search",
                        Json.createObjectBuilder()
                                .add("ComputilityCode", node.code())
                                .build())
                .data();
        assertThat(services.getInt("TotalSize")).isEqualTo(1);
    }

    private boolean isOnline() {
        return isOnline(node.code());
    }

    /** {@code IsOnline} of table G.4. */
    private boolean isOnline(String code) {
        return workshop.operator()
                .get("ACSMP/Computility?ComputilityCode=" + code)
                .data()
                .getJsonArray("PageContent")
                .getJsonObject(0)
                .getJsonArray("DeviceInfos")
                .getJsonObject(0)
                .getBoolean("IsOnline");
    }

    private JsonArray instances(long plan) {
        JsonObject request = Json.createObjectBuilder().add("TaskID", plan).build();
        return workshop.operator()
                .post("ACSMP/TaskInstances/Search", request)
                .data()
                .getJsonArray("PageContent");
    }

    private List<String> outcomes(long plan, FakeNode where) {
        return workshop
                .operator()
                .get("platform/v1/plans/" + plan + "/runs")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(run -> run.getString("computeCode").equals(where.code()))
                .map(run -> run.getString("outcome"))
                .toList();
    }

    private static Set<String> tasks(List<TaskRun> runs) {
        return runs.stream().map(TaskRun::taskId).collect(Collectors.toSet());
    }
}
