package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.computility.connector.jobs.cluster.KubernetesCluster;
import org.computility.connector.jobs.cluster.KubernetesKubelet;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.computility.system.servers.TestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A center that is a cluster: its API, and a stand-in for its node, which really runs what the platform hands over. */
@InTurn
@OnTheServer
class KubernetesIT {

    private static final String IMAGE = "registry.example.org/train:1.2";

    private final Platform platform;
    private final String center;
    private final String spec;
    private final Platform.Account account;
    private KubernetesCluster cluster;
    private KubernetesKubelet node;

    @TempDir
    private Path folder;

    KubernetesIT(Platform platform) {
        this.platform = platform;
        center = platform.freshName("cluster").toLowerCase(Locale.ROOT);
        spec = platform.freshName("spec").toLowerCase(Locale.ROOT);
        account = platform.account(platform.freshOrganisation(), "CONSUMER");
    }

    @BeforeEach
    void begin() {
        cluster = new KubernetesCluster();
        cluster.add(cluster.node("n1", 64, "256Gi", Map.of()));
        node = new KubernetesKubelet(cluster, "n1", folder);
        register();
    }

    @AfterEach
    void end() {
        // No later test may have its jobs placed here.
        platform.asAdmin().delete("platform/v1/centers/" + center);
        if (node != null) {
            node.close();
        }
        cluster.close();
    }

    private void register() {
        JsonObject registration = Json.createObjectBuilder()
                .add("id", center)
                .add("name", "A cluster")
                .add("location", cluster.location() + "&services=node")
                .add("password", "a-token")
                .build();
        Visitor admin = platform.asAdmin();
        admin.post("platform/v1/centers", registration).expect(200, 201);
        await().atMost(TrainingGround.PATIENCE).untilAsserted(() -> {
            JsonObject seen =
                    admin.get("platform/v1/centers/" + center).expect(200).json();
            assertThat(seen.getBoolean("connected")).as(seen.toString()).isTrue();
        });
        JsonObject cores =
                Json.createObjectBuilder().add("arch", "X86").add("cores", 48).build();
        JsonObject memory =
                Json.createObjectBuilder().add("size", 128).add("unit", "GiB").build();
        admin.post(
                        "platform/v1/specs",
                        Json.createObjectBuilder()
                                .add("id", spec)
                                .add("name", "Most of a node")
                                .add("cpu", cores)
                                .add("memory", memory)
                                .build())
                .expect(201);
    }

    @Test
    void aJobRunsToItsEndInAClusterAndAServiceIsCalledThere() throws Exception {
        Visitor user = platform.as(platform.login(account.username(), account.password()));
        String id = create(user, "trainjob", wanted("echo trained; sleep 1"));
        TrainingGround.awaitStatus(user, id, "SUCCEEDED");
        String taskId = TrainingGround.taskIds(user, id).get(0);
        assertThat(TrainingGround.log(user, id, taskId)).isEqualTo("trained\n");
        assertThat(user.get("trainjob/" + id + "/download").text())
                .as("the center has no claim that keeps files")
                .contains("The job left its files in its pod");
        user.delete("trainjob/" + id).expect(204, 200);
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> cluster.client()
                        .batch()
                        .v1()
                        .jobs()
                        .inNamespace("jobs")
                        .list()
                        .getItems()
                        .isEmpty());

        String failing = create(user, "trainjob", wanted("exit 3"));
        TrainingGround.awaitStatus(user, failing, "FAILED");
        assertThat(user.get("platform/v1/jobs/" + failing).text()).contains("ended with exit status 3");

        String stopped = create(user, "trainjob", wanted("echo begun; exec sleep 600"));
        TrainingGround.awaitStatus(user, stopped, "RUNNING");
        user.post("trainjob/" + stopped + "/stop").expect(200);
        await().atMost(TrainingGround.PATIENCE)
                .untilAsserted(
                        () -> assertThat(user.get("platform/v1/jobs/" + stopped).text())
                                .contains("CANCELLED"));

        serves(user);
        refuses(user);
    }

    private void serves(Visitor user) throws Exception {
        String token = platform.login(account.username(), account.password());
        JsonObjectBuilder config = config("echo here >index.html; exec python3 -m http.server --bind 127.0.0.1 $PORT")
                .add("port", TestSettings.freePort());
        JsonObject created =
                user.post("onlineJob", job(config)).expect(200).json().getJsonObject("metadata");
        String id = created.getString("id");
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(created.getString("url") + "index.html"))
                .header("X-Auth-Token", token)
                .build();
        await().atMost(TrainingGround.PATIENCE).untilAsserted(() -> {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.body()).as("HTTP " + answer.statusCode()).isEqualTo("here\n");
        });
        user.post("platform/v1/jobs/" + id + "/stop").expect(200);
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> cluster.client().pods().inNamespace("jobs").list().getItems().stream()
                        .noneMatch(pod -> pod.getStatus().getPhase().equals("Running")));
        user.delete("platform/v1/jobs/" + id).expect(204);
    }

    private void refuses(Visitor user) {
        String own = platform.freshName("own").toLowerCase(Locale.ROOT);
        platform.asAdmin()
                .post(
                        "platform/v1/images",
                        Json.createObjectBuilder()
                                .add("id", own)
                                .add("name", "The nodes' own programs")
                                .add("command", "date")
                                .build())
                .expect(201);
        JsonObjectBuilder config = Json.createObjectBuilder()
                .add("centerId", Json.createArrayBuilder().add(center))
                .add("specId", spec)
                .add("imageId", own);
        Refusals.check(user.post("trainjob", job(config)), 400, "0221", "imageId");
    }

    private String create(Visitor user, String path, JsonObject job) {
        return user.post(path, job).expect(200).json().getJsonObject("metadata").getString("id");
    }

    private JsonObject wanted(String command) {
        return job(config(command).add("maxSeconds", 600));
    }

    private JsonObject job(JsonObjectBuilder config) {
        return Json.createObjectBuilder()
                .add("jobName", platform.freshName("job"))
                .add("jobDesc", "A job of a test")
                .add("config", config)
                .build();
    }

    // No center is named: only a cluster starts from a container image.
    private JsonObjectBuilder config(String command) {
        return Json.createObjectBuilder()
                .add("specId", spec)
                .add("imageUrl", IMAGE)
                .add("command", command);
    }
}
