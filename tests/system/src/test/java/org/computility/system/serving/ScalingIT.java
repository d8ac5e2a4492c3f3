package org.computility.system.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.computility.system.Answer;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
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
