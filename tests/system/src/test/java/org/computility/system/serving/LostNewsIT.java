package org.computility.system.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.SideBySide;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What a node does not tell of its services, or tells and is not heard, the platform finds out by itself. */
@InTurn
@OnTheServer
class LostNewsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private Workshop workshop;
    private FakeNode node;

    @BeforeEach
    void open(Platform platform) {
        workshop = new Workshop(platform, 4);
        node = workshop.node();
        await().atMost(PATIENCE).until(() -> node.events().open() == 1);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @SideBySide
    void aServiceFollowsItsNodeThoughNoEventArrivesAndTheStreamLives() {
        int opened = node.events().opened();
        node.events().swallow("service");

        String service = load();
        awaitStatus(service, "RUNNING");
        node.report(service, "OVERLOAD", null);
        awaitStatus(service, "OVERLOAD");

        assertThat(node.events().opened()).isEqualTo(opened);
    }

    @SideBySide
    void aServiceThatItsNodeLostWithoutAWordIsInErrorAndItsTasksRunElsewhere() {
        String service = workshop.load(1);
        long plan = workshop.create(workshop.periodic(2).add("AutoStart", true));
        await().atMost(PATIENCE).until(() -> workshop.plan(plan).getInt("RunningCount") == 2);
        FakeNode other = workshop.addNode();
        workshop.load(other, 1);
        int opened = node.events().opened();

        node.drop(service);

        awaitStatus(service, "ERROR");
        await().atMost(PATIENCE).until(() -> other.running() == 2);
        await().atMost(PATIENCE).until(() -> node.running() == 0);
        await().atMost(PATIENCE).until(() -> workshop.plan(plan).getInt("RunningCount") == 2);
        assertThat(node.events().opened()).isEqualTo(opened);
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
    }

    @SideBySide
    void anUnloadWithoutAnAnswerIsToldAgainAndTheServiceTakesNoTasksMeanwhile() {
        String service = workshop.load(1);
        node.missUnloads(true);

        workshop.operator()
                .post(
                        "ACSMP/AlgoServices/Devices/UnInstall",
                        Json.createObjectBuilder()
                                .add("AlgoFilePackageID", workshop.algorithm().id())
                                .add("ComputilityCode", node.code())
                                .build())
                .expect(503);
        long plan = workshop.create(workshop.periodic(2).add("AutoStart", true));
        await().atMost(PATIENCE).until(() -> node.asked("DELETE /AlgoServices/" + service) >= 2);

        assertThat(node.runs()).isEmpty();
        node.missUnloads(false);
        await().atMost(PATIENCE).until(() -> !node.serves(service));
        await().atMost(PATIENCE).until(() -> services() == 0);
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
    }

    @SideBySide
    void aNodeThatRestartsEmptyRightAfterALoadKeepsNoRunningService() {
        String service = workshop.load(1);

        node.vanish();
        node.lose(service);
        node.comeBack();

        awaitStatus(service, "ERROR");
    }

    @SideBySide
    void aNodeThatUnregistersIsToldToStopWhatItRunsAndItsTokenIsWorthNothing(Platform platform) {
        workshop.load(1);
        long plan = workshop.create(workshop.periodic(2).add("AutoStart", true));
        await().atMost(PATIENCE).until(() -> node.running() == 2);

        node.unregister(platform);

        await().atMost(PATIENCE).until(() -> node.running() == 0);
        JsonObject delivery = Json.createObjectBuilder()
                .add("results", Json.createArrayBuilder())
                .build();
        platform.as(workshop.nodeToken()).post("platform/v1/results", delivery).expect(401);
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
    }

    @SideBySide
    void aNodeThatGetsAnothersAddressKeepsItsServiceAndItsTasks(Platform platform) {
        node.vanish();
        FakeNode newcomer = new FakeNode(platform.freshComputeCode(), node.port());
        workshop.addNode(newcomer);
        String service = workshop.load(newcomer, 1);
        long plan = workshop.create(workshop.periodic(2).add("AutoStart", true));
        await().atMost(PATIENCE).until(() -> newcomer.running() == 2);

        node.keepAliveOnly();
        await().atMost(PATIENCE).until(() -> newcomer.events().mostOpen() >= 2);

        // Packages are asked for when a stream has opened only; a round of the newcomer's comes after both.
        await().atMost(PATIENCE).until(() -> newcomer.asked("GET /AlgoFilePackages") >= 2);
        int asked = newcomer.asked("GET /Tasks");
        await().atMost(PATIENCE).until(() -> newcomer.asked("GET /Tasks") > asked);
        assertThat(newcomer.serves(service)).isTrue();
        assertThat(newcomer.runs()).hasSize(2);
        assertThat(newcomer.running()).isEqualTo(2);
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
    }

    /** Asks for a service and does not wait for it. */
    private String load() {
        JsonString id = (JsonString) workshop.operator()
                .post("ACSMP/AlgoServices/Devices", workshop.loadRequest(1))
                .dataValue();
        return id.getString();
    }

    /** How many the platform knows of at the node. */
    private int services() {
        JsonObject ofNode =
                Json.createObjectBuilder().add("ComputilityCode", node.code()).build();
        return workshop.operator()
                .post("ACSMP/AlgoServices/Devices/Search", ofNode)
                .data()
                .getInt("TotalSize");
    }

    private void awaitStatus(String service, String status) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(workshop.serviceStatus(node, service)).isEqualTo(status));
    }
}
