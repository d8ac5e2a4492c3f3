package org.computility.runtime.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.computility.runtime.NodeFixture;
import org.computility.runtime.Refusal;
import org.computility.runtime.http.Gate;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.media.MediaPolicy;
import org.computility.runtime.packages.PackageStore;
import org.computility.runtime.services.ServiceState;
import org.computility.runtime.services.Services;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A task's life: started twice, stopped while it starts, ended while its service goes, forgotten when it is old. */
@Timeout(120)
class TasksTest {

    private static final String SERVICE = "s";
    private static final int SEATS = 4;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path temp;

    private final List<TaskState> news = Collections.synchronizedList(new ArrayList<>());
    private final Gate held = new Gate();
    private volatile boolean holding;
    private PackageStore packages;
    private Services services;
    private Tasks tasks;
    private ServerSocket silent;

    @BeforeEach
    void load() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("packages"));
        Files.write(folder.resolve(NodeFixture.SOIL + ".tar"), NodeFixture.tar("bare-soil-share"));
        packages = new PackageStore(folder, state -> {});
        services = new Services(packages, AcceleratorChoice.CPU, temp.resolve("licences"), state -> {});
        tasks = new Tasks(
                services,
                new TaskSurroundings(NodeFixture.CODE, new MediaPolicy(temp), (result, receivers) -> {}, this::hear),
                Duration.ofSeconds(5));
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        load(SERVICE);
    }

    @AfterEach
    void close() throws Exception {
        held.open();
        tasks.close();
        services.close();
        packages.close();
        silent.close();
    }

    @Test
    void aTaskStartedTwiceRunsOnceAndTakesOneSeat() throws Exception {
        for (int i = 0; i < SEATS; i++) {
            start("t-" + i);
            start("t-" + i);
        }
        assertThat(tasks.list()).hasSize(SEATS);
        assertThatThrownBy(() -> start("one more")).isInstanceOf(Refusal.class).hasMessageContaining("is full");
        assertThat(tasks.list()).as("the refused one is none").hasSize(SEATS);
    }

    @Test
    void aTaskStartedByManyAtOnceRunsOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Void>> starts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            starts.add(callers.submit(() -> {
                start("t");
                return null;
            }));
        }
        for (Future<Void> each : starts) {
            each.get();
        }
        callers.shutdown();

        assertThat(tasks.list()).hasSize(1);
        for (int i = 1; i < SEATS; i++) {
            start("t-" + i);
        }
    }

    @Test
    void aTaskStoppedBeforeItsFirstFrameIsStoppedAndGivesItsSeatBack() throws Exception {
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < SEATS; i++) {
                start("t-" + round + "-" + i);
            }
            assertThat(tasks.stop(tasks.list().stream().map(TaskState::taskId).toList()))
                    .isEmpty();
        }
        assertThat(tasks.list())
                .hasSize(10 * SEATS)
                .allMatch(state -> state.status().equals("STOPPED"));
        assertThat(tasks.list()).allSatisfy(state -> {
            assertThat(state.endedAt()).isAfterOrEqualTo(state.startedAt());
            assertThat(state.message()).isNull();
        });
    }

    @Test
    void aStoppedTaskCanBeStartedAnewAndIsListedOnce() throws Exception {
        start("t");
        tasks.stop(List.of("t"));
        var first = tasks.list().iterator().next();
        start("t");

        assertThat(tasks.list()).singleElement().satisfies(state -> {
            assertThat(state.status()).isEqualTo("PENDING");
            assertThat(state.startedAt()).isAfterOrEqualTo(first.endedAt());
            assertThat(state.endedAt()).isNull();
        });
    }

    @Test
    void stoppingWhatIsNotThereOrOverIsNoError() throws Exception {
        assertThat(tasks.stop(List.of("never", "never"))).isEmpty();
        start("t");
        assertThat(tasks.stop(List.of("t"))).isEmpty();
        assertThat(tasks.stop(List.of("t"))).isEmpty();
        assertThat(tasks.stopService("unknown")).isEmpty();
    }

    @Test
    void unloadingAServiceStopsItsTasksAndNoOther() throws Exception {
        load("other");
        start("mine");
        start("neighbour", "other");

        assertThat(tasks.stopService(SERVICE)).isEmpty();

        assertThat(state("mine").status()).isEqualTo("STOPPED");
        assertThat(state("neighbour").endedAt()).isNull();
        services.unload(SERVICE);
        assertThatThrownBy(() -> start("late")).isInstanceOf(Refusal.class).hasMessageContaining("is not loaded");
    }

    @Test
    void aNodeThatShutsDownEndsItsTasksAndTakesNoMore() throws Exception {
        start("t");
        tasks.close();

        assertThat(state("t").status()).isEqualTo("STOPPED");
        assertThatThrownBy(() -> start("late")).isInstanceOf(Refusal.class).hasMessageContaining("is shutting down");
    }

    @Test
    void aNodeThatIsCutOffEndsItsTasksAndTakesNoMoreUntilItIsHeardAgain() throws Exception {
        start("t");

        tasks.end("The node has not reached its platform for 100 s");

        assertThat(state("t").status()).isEqualTo("STOPPED");
        assertThatThrownBy(() -> start("late")).isInstanceOf(Refusal.class).hasMessageContaining("for 100 s");
        tasks.takeUp();
        start("t");
        assertThat(state("t").endedAt()).isNull();
    }

    @Test
    void aTaskWhoseTimeIsUpIsFinishedEvenIfItIsStoppedThen() throws Exception {
        JsonObject order = order("t", SERVICE, "VIDEO_REALTIME", "rtsp://127.0.0.1:" + silent.getLocalPort() + "/x");
        tasks.start(Json.createObjectBuilder(order).add("DurationLimit", 1).build());
        await().atMost(SOON).until(() -> state("t").endedAt() != null);
        tasks.stop(List.of("t"));

        assertThat(state("t").status()).isEqualTo("FINISHED");
    }

    @Test
    void theEndIsTheLastThatIsToldOfATask() throws Exception {
        start("t");
        await().atMost(SOON).until(() -> !news.isEmpty());
        tasks.stop(List.of("t"));

        assertThat(news.get(0).status()).isEqualTo("PENDING");
        assertThat(news).filteredOn(state -> state.endedAt() != null).hasSize(1);
        assertThat(news.get(news.size() - 1).status()).isEqualTo("STOPPED");
    }

    @Test
    void aTaskWhoseEndHangsIsALaggardUntilItHasEnded() throws Exception {
        start("t");
        await().atMost(SOON).until(() -> !news.isEmpty());
        holding = true;
        try (Tasks impatient = tasks) {
            Set<String> laggards = impatient.stop(List.of("t", "unknown"));

            assertThat(laggards).containsExactly("t");
            assertThatThrownBy(() -> start("t")).isInstanceOf(Refusal.class).hasMessageContaining("is still ending");
            held.open();
            await().atMost(SOON).until(() -> impatient.stop(List.of("t")).isEmpty());
        }
    }

    @Test
    void aFileThatIsNotThereIsAnErrorThatGivesTheSeatBack() throws Exception {
        for (int i = 0; i < 2 * SEATS; i++) {
            String id = "t-" + i;
            tasks.start(order(id, SERVICE, "VIDEO_FILE", "file:///nowhere.mp4"));
            await().atMost(SOON).until(() -> state(id).status().equals("ERROR"));
            assertThat(state(id).message()).contains("There is no such file");
        }
    }

    @Test
    void theOldestThatAreOverAreForgottenAndTheRunningOnesKept() throws Exception {
        start("runs");
        for (int i = 0; i < 1010; i++) {
            String id = "t-" + i;
            tasks.start(order(id, SERVICE, "VIDEO_FILE", "file:///nowhere.mp4"));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(SOON)
                    .until(() -> state(id).endedAt() != null);
        }
        assertThat(tasks.list()).hasSizeBetween(1000, 1002);
        assertThat(tasks.list())
                .extracting(TaskState::taskId)
                .contains("runs", "t-1009")
                .doesNotContain("t-0", "t-5");
    }

    @Test
    void aStateIsSpeltAsTheApiHasIt() throws Exception {
        start("t");
        tasks.stop(List.of("t"));
        JsonObject json = state("t").toJson();

        assertThat(json.keySet())
                .containsExactly(
                        "TaskID",
                        "AlgoServiceID",
                        "Status",
                        "StartedAt",
                        "EndedAt",
                        "Frames",
                        "DroppedFrames",
                        "LongestLag");
        assertThat(json.getString("AlgoServiceID")).isEqualTo(SERVICE);
    }

    private void start(String id) throws Refusal {
        start(id, SERVICE);
    }

    /** On a stream that never says anything. */
    private void start(String id, String service) throws Refusal {
        tasks.start(order(id, service, "VIDEO_REALTIME", "rtsp://127.0.0.1:" + silent.getLocalPort() + "/x"));
    }

    private static JsonObject order(String id, String service, String type, String url) {
        JsonObject stream = Json.createObjectBuilder()
                .add("VideoStreamOptions", Json.createObjectBuilder().add("Url", url))
                .build();
        return Json.createObjectBuilder()
                .add("TaskID", id)
                .add("AlgoServiceID", service)
                .add("AlgoDefCode", "COMPUTILITY-BARE_SOIL_SHARE-1.0.0")
                .add("Type", type)
                .add("TaskInfo", Json.createObjectBuilder().add("StreamOptions", stream))
                .build();
    }

    private void load(String id) throws Refusal {
        services.load(Json.createObjectBuilder()
                .add("AlgoServiceID", id)
                .add("AlgoFilePackageID", NodeFixture.SOIL)
                .build());
        await().atMost(SOON)
                .until(() -> services.list().stream()
                        .filter(state -> state.serviceId().equals(id))
                        .map(ServiceState::status)
                        .allMatch("RUNNING"::equals));
    }

    private TaskState state(String id) {
        return tasks.list().stream()
                .filter(each -> each.taskId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void hear(TaskState state) {
        if (holding && state.endedAt() != null) {
            held.pass();
        }
        news.add(state);
    }
}
