package org.computility.system.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.computility.system.Answer;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;

/** Services get more and fewer replicas (T/BAX 0006.5 clause 6.3 e and i). */
@InTurn
@OnTheServer
class ScalingIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void replicasThatAPersonSetsKeepTasksRunningAndSendTheRestElsewhere(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 2)) {
            String service = workshop.load(1);
            long plan = workshop.create(workshop.periodic(4));
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
            awaitRunning(workshop.node(), 2);
            List<String> first = running(workshop.node());

            assertThat(set(workshop, service, 2).expect(200).json().getInt("streams"))
                    .isEqualTo(4);
            assertThat(workshop.node().replicas(service)).isEqualTo(2);
            awaitRunning(workshop.node(), 4);
            assertThat(running(workshop.node())).as("what ran runs on").containsAll(first);

            workshop.node().refuseLoads("no memory left");
            Answer refused = set(workshop, service, 3).expect(409);
            assertThat(refused.json().getString("code")).isEqualTo("node-refused");
            assertThat(refused.json().getString("detail")).contains("no memory left");
            assertThat(replicas(workshop, service)).isEqualTo(2);
            workshop.node().refuseLoads(null);

            FakeNode other = workshop.addNode();
            String second = workshop.load(other, 1);
            set(workshop, service, 1).expect(200);
            awaitRunning(workshop.node(), 2);
            awaitRunning(other, 2);
            assertThat(replicas(workshop, service)).isEqualTo(1);
            assertThat(other.replicas(second)).isEqualTo(1);

            assertRefusals(platform, workshop, service);
        }
    }

    /** A stream runs at the only service, which takes two, and two cameras of Shenzhen come, whose node lacks the package. */
    @Test
    void aRuleDeliversAndLoadsAtTheNearestNodeAndUnloadsWhenLessIsAskedFor(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 2);
                FakeNode near =
                        new FakeNode("440301" + platform.freshComputeCode().substring(6))) {
            String first = workshop.load(1);
            workshop.register(near);
            FakeNode far = workshop.addNode(
                    new FakeNode("440106" + platform.freshComputeCode().substring(6)));
            long steady = started(workshop, workshop.periodic(1));
            awaitRunning(workshop.node(), 1);
            List<String> running = running(workshop.node());
            String rule = workshop.operator()
                    .post("platform/v1/serving/scaling-rules", rule(workshop, 2))
                    .expect(201)
                    .json()
                    .getString("id");
            await().atMost(SOON)
                    .until(() -> latest(workshop, rule).getString("reason").equals("STEADY"));

            long more = started(workshop, ofShenzhen(platform, workshop));
            // A turn of the rule for the package, the next one for the service.
            await().atMost(SOON.multipliedBy(2)).until(() -> near.running() == 1);
            assertThat(far.asked("POST /AlgoServices")).isZero();
            assertThat(running(workshop.node()))
                    .as("what ran runs on")
                    .hasSize(2)
                    .containsAll(running);
            await().atMost(SOON)
                    .until(() -> latest(workshop, rule).getString("reason").equals("STEADY"));
            List<JsonObject> done = decisions(workshop, rule).getValuesAs(JsonObject.class).stream()
                    .filter(decision -> !decision.getString("action", "").isEmpty())
                    .toList();
            assertThat(done)
                    .extracting(decision -> decision.getString("action"))
                    .as("the newest first")
                    .containsExactly("LOAD", "DELIVER");
            assertThat(done).allSatisfy(decision -> {
                assertThat(decision.getString("reason")).isEqualTo("LOAD_HIGH");
                assertThat(decision.getString("computeCode")).isEqualTo(near.code());
                assertThat(decision.getString("outcome")).isEqualTo("DONE");
            });
            JsonObject loaded = done.get(0);
            assertThat(near.holds(workshop.algorithm().id())).isTrue();
            assertThat(near.asked("POST /AlgoFilePackages"))
                    .as("delivered once")
                    .isEqualTo(1);
            JsonObject seen = loaded.getJsonObject("seen");
            assertThat(seen.getInt("taken") + seen.getInt("waiting")).isEqualTo(3);
            assertThat(near.asked("POST /AlgoServices")).as("loaded once").isEqualTo(1);

            // A third would be needed, and the rule allows two.
            long tooMuch = started(workshop, ofShenzhen(platform, workshop));
            await().atMost(SOON)
                    .until(() -> latest(workshop, rule).getString("reason").equals("AT_MAXIMUM"));
            stop(workshop, tooMuch);
            stop(workshop, more);
            await().atMost(SOON).until(() -> !near.serves(loaded.getString("serviceId")));
            assertThat(workshop.node().serves(first)).isTrue();
            assertThat(running(workshop.node())).isEqualTo(running);
            assertThat(decisions(workshop, rule).stream()
                            .map(each -> each.asJsonObject().getString("action", "")))
                    .contains("UNLOAD");
            stop(workshop, steady);
            assertRulesAreKept(platform, workshop, rule);
        }
    }

    private static void assertRulesAreKept(Platform platform, Workshop workshop, String rule) {
        String path = "platform/v1/serving/scaling-rules";
        assertThat(workshop.operator()
                        .post(path, rule(workshop, 3))
                        .expect(409)
                        .json()
                        .getString("code"))
                .isEqualTo("scaling-rule-exists");
        JsonObject upside = Json.createObjectBuilder()
                .add("minReplicas", 3)
                .add("maxReplicas", 2)
                .build();
        assertThat(workshop.operator()
                        .put(path + "/" + rule, upside)
                        .expect(400)
                        .json()
                        .getString("member"))
                .isEqualTo("maxReplicas");
        JsonObject odd = Json.createObjectBuilder()
                .add("maxReplicas", 2)
                .add("near", "110")
                .build();
        assertThat(workshop.operator()
                        .put(path + "/" + rule, odd)
                        .expect(400)
                        .json()
                        .getString("member"))
                .isEqualTo("near");
        JsonObject unknown = Json.createObjectBuilder()
                .add("algoDefCode", "NOBODY-HAS-THIS")
                .add("maxReplicas", 2)
                .build();
        assertThat(workshop.operator().post(path, unknown).expect(404).json().getString("code"))
                .isEqualTo("capability-unknown");
        Platform.Account other = platform.account(platform.freshOrganisation(), "OPERATOR");
        Visitor stranger = platform.as(platform.login(other.username(), other.password()));
        assertThat(stranger.get(path + "/" + rule).expect(404).json().getString("code"))
                .isEqualTo("scaling-rule-unknown");
        assertThat(stranger.get(path).expect(200).json().getInt("total")).isZero();
        assertThat(workshop.operator()
                        .put(
                                path + "/" + rule,
                                Json.createObjectBuilder().add("maxReplicas", 5).build())
                        .expect(200)
                        .json()
                        .getInt("targetPercent"))
                .isEqualTo(80);
        assertThat(workshop.operator().get(path).expect(200).json().getInt("total"))
                .isEqualTo(1);
        workshop.operator().delete(path + "/" + rule).expect(204);
        workshop.operator().get(path + "/" + rule + "/decisions").expect(404);
    }

    private static JsonObject rule(Workshop workshop, int most) {
        return Json.createObjectBuilder()
                .add("algoDefCode", workshop.algorithm().capability())
                .add("maxReplicas", most)
                .add("maxReplicasPerNode", 1)
                .add("targetPercent", 100)
                .add("coolDownSeconds", 1)
                .build();
    }

    private static JsonObjectBuilder ofShenzhen(Platform platform, Workshop workshop) {
        JsonArrayBuilder infos = Json.createArrayBuilder();
        for (int i = 0; i < 2; i++) {
            infos.add(Json.createObjectBuilder(workshop.info(i)).add("DeviceID", "4403050000132000000" + i));
        }
        return workshop.periodic(0).add("Name", platform.freshName("plan")).add("AlgoTaskInfos", infos);
    }

    private static long started(Workshop workshop, JsonObjectBuilder plan) {
        long id = workshop.create(plan);
        workshop.operator().post("ACSMP/Tasks/" + id + "/Start").expect(200);
        return id;
    }

    private static void stop(Workshop workshop, long plan) {
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
    }

    private static JsonArray decisions(Workshop workshop, String rule) {
        return workshop.operator()
                .get("platform/v1/serving/scaling-rules/" + rule + "/decisions")
                .expect(200)
                .json()
                .getJsonArray("items");
    }

    private static JsonObject latest(Workshop workshop, String rule) {
        JsonArray decisions = decisions(workshop, rule);
        return decisions.isEmpty()
                ? Json.createObjectBuilder().add("reason", "").build()
                : decisions.getJsonObject(0);
    }

    private static void assertRefusals(Platform platform, Workshop workshop, String service) {
        assertThat(set(workshop, service, 0).expect(400).json().getString("member"))
                .isEqualTo("replicas");
        assertThat(set(workshop, "no-uuid", 1).expect(400).json().getString("code"))
                .isEqualTo("member-type");
        assertThat(set(workshop, "76079e21-1b8b-4151-b904-6c56a4635d58", 1)
                        .expect(404)
                        .json()
                        .getString("code"))
                .isEqualTo("service-unknown");
        JsonObject two = Json.createObjectBuilder().add("replicas", 2).build();
        String path = "platform/v1/serving/services/" + service + "/replicas";
        String stranger = platform.freshOrganisation();
        Platform.Account other = platform.account(stranger, "OPERATOR");
        platform.as(platform.login(other.username(), other.password()))
                .put(path, two)
                .expect(404);
        Platform.Account auditor = platform.account(workshop.account().organisationId(), "AUDITOR");
        platform.as(platform.login(auditor.username(), auditor.password()))
                .put(path, two)
                .expect(403);
        workshop.node().report(service, "ERROR", null);
        await().atMost(SOON)
                .until(() -> workshop.serviceStatus(workshop.node(), service).equals("ERROR"));
        assertThat(set(workshop, service, 2).expect(409).json().getString("code"))
                .isEqualTo("service-not-running");
    }

    private static Answer set(Workshop workshop, String service, int replicas) {
        return workshop.operator()
                .put(
                        "platform/v1/serving/services/" + service + "/replicas",
                        Json.createObjectBuilder().add("replicas", replicas).build());
    }

    private static int replicas(Workshop workshop, String service) {
        return workshop.operator()
                .get("ACSMP/AlgoServices/Devices/" + workshop.node().code() + "/" + service)
                .data()
                .getInt("Replicas");
    }

    private static void awaitRunning(FakeNode node, int tasks) {
        await().atMost(SOON).until(() -> node.running() == tasks);
    }

    private static List<String> running(FakeNode node) {
        return node.runs().stream()
                .filter(run -> run.endedAt() == null)
                .map(FakeNode.TaskRun::taskId)
                .collect(Collectors.toList());
    }
}
