package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams that end, hang, lie or are not there: the task says so, and its neighbours do not notice. */
class HardStreamsTest {

    private static final String MOTION = "COMPUTILITY-MOTION_IN_AREA-1.0.0";

    @TempDir
    static Path temp;

    private static NodeFixture fixture;

    @BeforeAll
    static void startNode() throws Exception {
        Scene crossing = DemoScenes.crossing();
        Scene brief = new Scene("brief", 2, 2, crossing.patches(), crossing.things());
        SyntheticVideo.write(temp.resolve("brief.mp4"), brief, 320, 180);
        SyntheticVideo.write(temp.resolve("camera.ts"), new Scene("camera", 6, 2, List.of(), List.of()), 320, 180);
        fixture = new NodeFixture(temp.resolve("data"), temp);
        fixture.deliver(NodeFixture.MOTION, "motion-in-area");
        fixture.load("motion", NodeFixture.MOTION, 2);
    }

    @AfterAll
    static void stopNode() {
        fixture.close();
    }

    @Test
    void aFileThatPlaysAsALiveStreamBeginsAnewUntilItsTimeIsUp() throws Exception {
        String task = start("VIDEO_REALTIME", file("brief.mp4"), 5);
        Instant begin = Instant.now();
        fixture.awaitTask(task, "FINISHED");

        JsonObject state = fixture.task(task);
        Duration ran = Duration.between(
                Instant.parse(state.getString("StartedAt")), Instant.parse(state.getString("EndedAt")));
        assertThat(ran).isBetween(Duration.ofMillis(4500), Duration.ofMillis(6000));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
        assertThat(state.getInt("Frames")).as("two rounds of two seconds").isBetween(75, 130);
    }

    @Test
    void aStreamThatHangsIsPendingAndStopsAtOnce() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            String task = start("VIDEO_REALTIME", "rtsp://127.0.0.1:" + silent.getLocalPort() + "/x", 0);
            String neighbour = start("VIDEO_FILE", file("brief.mp4"), 0);
            fixture.awaitTask(neighbour, "FINISHED");

            assertThat(fixture.task(task).getString("Status")).isEqualTo("PENDING");
            Instant asked = Instant.now();
            fixture.client.call("POST", "/Tasks/Stop", "{\"TaskIDs\":[\"" + task + "\",\"unknown\"]}");
            fixture.awaitTask(task, "STOPPED");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLiveStreamThatFailsInTheMiddleIsConnectedAgainAndGoesOn(FailingCamera.Failure failure) throws Exception {
        byte[] content = Files.readAllBytes(temp.resolve("camera.ts"));
        try (FailingCamera camera = new FailingCamera(content, Duration.ofSeconds(6), failure, Duration.ofSeconds(3))) {
            String task = start("VIDEO_REALTIME", camera.url(), 0);
            fixture.awaitTask(task, "RUNNING");
            await().until(() -> fixture.task(task).getString("Status").equals("PENDING"));
            int before = frames(task);
            assertThat(before).as("frames before it failed").isBetween(20, 80);
            assertThat(fixture.task(task).getString("Message")).contains("The media");

            fixture.awaitTask(task, "RUNNING");
            await().until(() -> frames(task) > before + 50);
            assertThat(camera.plays()).isGreaterThan(1);
            fixture.client.call("POST", "/Tasks/Stop", "{\"TaskIDs\":[\"" + task + "\"]}");
            fixture.awaitTask(task, "STOPPED");
        }
    }

    /** Those that a busy machine left out, too. */
    private static int frames(String task) throws Exception {
        JsonObject state = fixture.task(task);
        return state.getInt("Frames") + state.getInt("DroppedFrames");
    }

    @Test
    void aStreamThatIsNotThereIsTriedAgainAndSaysWhy() throws Exception {
        String task = start("VIDEO_REALTIME", "rtsp://127.0.0.1:1/x", 3);

        await().until(() -> fixture.task(task).containsKey("Message"));
        assertThat(fixture.task(task).getString("Status")).isEqualTo("PENDING");
        assertThat(fixture.task(task).getString("Message")).contains("cannot be opened");
        fixture.awaitTask(task, "FINISHED");
    }

    @Test
    void garbageEndsInAnErrorForItsTaskAlone() throws Exception {
        byte[] noise = new byte[500_000];
        new Random(1).nextBytes(noise);
        Files.write(temp.resolve("noise.mp4"), noise);
        byte[] good = Files.readAllBytes(temp.resolve("brief.mp4"));
        System.arraycopy(noise, 0, good, good.length / 3, good.length / 3);
        Files.write(temp.resolve("torn.mp4"), good);

        String garbage = start("VIDEO_FILE", file("noise.mp4"), 0);
        String torn = start("VIDEO_FILE", file("torn.mp4"), 0);
        String neighbour = start("VIDEO_FILE", file("brief.mp4"), 0);

        fixture.awaitTask(garbage, "ERROR");
        fixture.awaitTask(neighbour, "FINISHED");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> fixture.task(torn).getString("Status").matches("FINISHED|ERROR"));
        assertThat(fixture.task(garbage).getString("Message")).contains("cannot be opened");
    }

    @Test
    void filesOutsideTheMediaFolderStayClosed() throws Exception {
        String outside = start("VIDEO_FILE", "file:///etc/hostname", 0);
        String climbing = start("VIDEO_FILE", temp.toUri() + "../../../etc/hostname", 0);
        String trick = start("VIDEO_FILE", "concat:/etc/hostname", 0);

        for (String task : new String[] {outside, climbing, trick}) {
            fixture.awaitTask(task, "ERROR");
        }
    }

    private static String file(String name) {
        return temp.resolve(name).toUri().toString();
    }

    private static String start(String type, String url, int limit) throws Exception {
        String task = UUID.randomUUID().toString();
        String info = "\"DurationLimit\":%s,\"TaskInfo\":{\"StreamOptions\":{\"VideoStreamOptions\":{\"Url\":\"%s\"}}}"
                .formatted(limit == 0 ? "null" : String.valueOf(limit), url);
        assertThat(fixture.start(task, "motion", MOTION, type, info)
                        .list()
                        .get(0)
                        .getInt("Code"))
                .isZero();
        return task;
    }
}
