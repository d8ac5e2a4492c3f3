package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import org.computility.system.Answer;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.SamplePackage;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that registered with {@code SupportAlgoService} false (table B.1): no services, tasks go to it directly. */
@OnTheServer
class DirectNodeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BUILT_IN = "BUILT-IN-OF-THE-DEVICE";

    private final Platform platform;
    private Visitor operator;
    private FakeNode node;

    DirectNodeIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aNodeWithoutServices() {
        String organisation = platform.freshOrganisation();
        Platform.Account account = platform.account(organisation, "OPERATOR");
        operator = platform.as(platform.login(account.username(), account.password()));
        node = new FakeNode(platform.freshComputeCode());
        node.registerForTasksOnly(platform, platform.deviceAccount(organisation, node.code()));
    }

    @AfterEach
    void stopTheNode() {
        node.close();
    }

    @Test
    void takesATaskWithoutAnyServiceAndEndsIt() {
        String plan =
                operator.post("ACSMP/Tasks", plan(node.code())).dataValue().toString();
        await().atMost(PATIENCE).until(() -> instance(plan).getString("Status").equals("RUNNING"));

        assertThat(node.starts()).singleElement().satisfies(task -> {
            assertThat(task).doesNotContainKey("AlgoServiceID");
            assertThat(task.toString()).contains(BUILT_IN);
        });
        assertThat(node.running()).isEqualTo(1);

        operator.post("ACSMP/Tasks/" + plan + "/Stop").expect(200);

        await().atMost(PATIENCE).until(() -> instance(plan).getString("Status").equals("PAUSED"));
        assertThat(node.running()).isZero();
    }

    @InTurn
    @Test
    void getsNothingThatDoesNotNameIt() {
        String capability = platform.freshName("CAP");
        importedPackage(capability);

        String plan =
                operator.post("ACSMP/Tasks", plan(capability, null)).dataValue().toString();

        await().atMost(PATIENCE)
                .until(() -> instance(plan).getString("Message", "").contains("No running service of " + capability));
        assertThat(instance(plan).getString("Status")).isEqualTo("PENDING");
        assertThat(node.starts()).isEmpty();
        assertThat(operator.get("platform/v1/planning/instances/"
                                + instance(plan).getString("ID") + "/placement")
                        .json()
                        .getJsonArray("nodes")
                        .getJsonObject(0)
                        .getString("constraint"))
                .isEqualTo("OTHER_DEVICE");
    }

    @InTurn
    @Test
    void aTaskThatFailsThereIsAnErrorWithTheNodesOwnWords() {
        String plan =
                operator.post("ACSMP/Tasks", plan(node.code())).dataValue().toString();
        await().atMost(PATIENCE).until(() -> instance(plan).getString("Status").equals("RUNNING"));

        node.fail(node.runs().get(0).taskId(), "the lens is covered");

        await().atMost(PATIENCE).until(() -> instance(plan).getString("Status").equals("ERROR"));
        assertThat(operator.get("ACSMP/TaskInstances/" + instance(plan).getString("ID"))
                        .text())
                .contains("the lens is covered");
    }

    @InTurn
    @Test
    void loadsNoServiceAndVouchesForNobodyElsesCapability() {
        JsonObject load = Json.createObjectBuilder()
                .add("ComputilityCode", node.code())
                .add("AlgoFilePackageID", importedPackage(platform.freshName("CAP")))
                .add("Replicas", 1)
                .build();
        Answer loaded = operator.post("ACSMP/AlgoServices/Devices", load);
        assertThat(loaded.status()).as("%s", loaded).isEqualTo(409);
        assertThat(loaded.code()).isEqualTo(40942);

        Answer elsewhere = operator.post("ACSMP/Tasks", plan("device-elsewhere"));

        assertThat(elsewhere.status()).as("%s", elsewhere).isEqualTo(404);
        assertThat(elsewhere.code()).isEqualTo(40422);
        assertThat(elsewhere.message()).contains(BUILT_IN);
        assertThat(operator.post("ACSMP/Tasks/Search", "{}").data().getInt("TotalSize"))
                .isZero();
    }

    private String importedPackage(String capability) {
        SamplePackage sample = SamplePackage.of(platform.freshPackageId(), capability, 1);
        new Multipart()
                .text("MD5", sample.md5())
                .file("File", sample.tar())
                .post(operator, "ACSMP/AlgoFilePackages")
                .expect(200);
        return sample.id();
    }

    private JsonObject plan(String device) {
        return plan(BUILT_IN, device);
    }

    /** @param device null: none is named */
    private JsonObject plan(String capability, String device) {
        JsonObject stream = Json.createObjectBuilder()
                .add(
                        "VideoStreamOptions",
                        Json.createObjectBuilder().add("PlayType", "REALPLAY").add("Url", "rtsp://192.0.2.7/stream"))
                .build();
        JsonObjectBuilder info = Json.createObjectBuilder()
                .add("AlgoDefCode", capability)
                .add(
                        "RulesParams",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("EventID", "X")))
                .add("StreamOptions", stream);
        if (device != null) {
            info.add("DeviceID", device);
        }
        return Json.createObjectBuilder()
                .add("Name", platform.freshName("plan"))
                .add("Type", "VIDEO_REALTIME")
                .add("Mode", "PERIODIC")
                .add("AutoStart", true)
                .add("AlgoTaskInfos", Json.createArrayBuilder().add(info))
                .build();
    }

    private JsonObject instance(String plan) {
        return operator.post("ACSMP/TaskInstances/Search", "{\"TaskID\":" + plan + "}")
                .data()
                .getJsonArray("PageContent")
                .getJsonObject(0);
    }
}
