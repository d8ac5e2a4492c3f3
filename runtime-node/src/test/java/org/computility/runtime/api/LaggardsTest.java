package org.computility.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.computility.runtime.NodeFixture;
import org.computility.runtime.Refusal;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.media.MediaPolicy;
import org.computility.runtime.packages.PackageStore;
import org.computility.runtime.services.Services;
import org.computility.runtime.tasks.TaskState;
import org.computility.runtime.tasks.TaskSurroundings;
import org.computility.runtime.tasks.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that do not end when they are told to: nobody hears that they have. */
class LaggardsTest {

    private static final String START = """
            {"Tasks":[{"TaskID":"t","AlgoServiceID":"s","AlgoDefCode":"COMPUTILITY-MOTION_IN_AREA-1.0.0",
            "Type":"VIDEO_REALTIME","TaskInfo":{"StreamOptions":{"VideoStreamOptions":{"Url":"rtsp://127.0.0.1:1/x"}}}}]}""";
    private static final String STOP = "{\"TaskIDs\":[\"t\",\"unknown\"]}";

    @TempDir
    Path temp;

    private final CountDownLatch hanging = new CountDownLatch(1);
    private PackageStore packages;
    private Services services;
    private Tasks tasks;
    private SouthboundOperations operations;

    @BeforeEach
    void load() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("packages"));
        Files.write(folder.resolve(NodeFixture.MOTION + ".tar"), NodeFixture.tar("motion-in-area"));
        packages = new PackageStore(folder, state -> {});
        services = new Services(packages, AcceleratorChoice.CPU, temp.resolve("licences"), state -> {});
        TaskSurroundings surroundings =
                new TaskSurroundings(NodeFixture.CODE, new MediaPolicy(null), (result, receivers) -> {}, this::hang);
        tasks = new Tasks(services, surroundings, Duration.ofMillis(300));
        operations = new SouthboundOperations(null, packages, services, tasks);
        services.load(json("{\"AlgoServiceID\":\"s\",\"AlgoFilePackageID\":\"%s\"}".formatted(NodeFixture.MOTION)));
        await().until(() -> services.list().iterator().next().status().equals("RUNNING"));
    }

    @AfterEach
    void close() {
        hanging.countDown();
        tasks.close();
        services.close();
        packages.close();
    }

    @Test
    void aTaskThatIsStillEndingIsNeitherStoppedNorStartedNorUnloaded() throws Exception {
        assertThat(code("/Tasks/Start", START, 0)).isZero();
        assertThat(code("/Tasks/Start", START, 0)).as("it goes on already").isZero();

        assertThat(code("/Tasks/Stop", STOP, 0)).isEqualTo(40900);
        assertThat(code("/Tasks/Stop", STOP, 1)).as("the unknown one").isZero();
        assertThat(code("/Tasks/Start", START, 0)).isEqualTo(40900);
        assertThatThrownBy(() -> run("DELETE", "/AlgoServices/s", ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("still ending");

        hanging.countDown();
        await().until(() -> code("/Tasks/Stop", STOP, 0) == 0);
        assertThat(code("/Tasks/Start", START, 0)).isZero();
        run("DELETE", "/AlgoServices/s", "");
        assertThat(services.list()).isEmpty();
        assertThat(tasks.list()).extracting(TaskState::status).containsExactly("STOPPED");
    }

    private void hang(TaskState state) {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int code(String path, String body, int place) throws Exception {
        return run("POST", path, body).asJsonArray().getJsonObject(place).getInt("Code");
    }

    private JsonValue run(String method, String path, String body) throws Exception {
        for (Operation each : operations.all()) {
            String argument = each.argument("/ACSMP" + path);
            if (each.method().equals(method) && argument != null) {
                return each.action().run(argument, body.getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new AssertionError("There is no " + method + " " + path);
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
