package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live streams whose time stamps jump in the middle: they are analysed to their end, and times go on being right. */
class JumpingStampsTest {

    private static final int SECONDS = 4;
    private static final int FRAMES = SECONDS * SyntheticVideo.RATE;
    private static final int MIDDLE = FRAMES / 2;
    private static final double HOURS = 5 * 3600;

    /** By what the stamp of each frame is wrong, by its number. */
    private static final Map<String, IntToDoubleFunction> JUMPS = Map.of(
            "a step back", frame -> frame < MIDDLE ? 0 : -30,
            "a step ahead", frame -> frame < MIDDLE ? 0 : HOURS,
            "one frame ahead", frame -> frame == MIDDLE ? HOURS : 0,
            "one frame behind", frame -> frame == MIDDLE ? -HOURS : 0);

    @TempDir
    Path temp;

    private final Map<String, String> tasks = new TreeMap<>();

    @Test
    void everyFrameIsAnalysedAndTimesGoOn() throws Exception {
        Map<String, byte[]> films = films();
        List<AutoCloseable> open = new ArrayList<>();
        try (NodeFixture fixture = new NodeFixture(temp.resolve("data"), temp);
                FakeServer http = new FakeServer(request -> Reply.status(200)
                        .saying(films.get(request.uri().getPath().substring(1))))) {
            fixture.deliver(NodeFixture.MOTION, "motion-in-area");
            fixture.load("motion", NodeFixture.MOTION, 8);
            for (String jump : films.keySet()) {
                start(
                        fixture,
                        "http, " + jump,
                        http.url("/" + jump.replace(" ", "%20")).toString());
                FailingCamera camera = new FailingCamera(
                        films.get(jump),
                        Duration.ofSeconds(SECONDS),
                        FailingCamera.Failure.SILENCE,
                        Duration.ofSeconds(SECONDS));
                open.add(camera);
                start(fixture, "rtsp, " + jump, camera.url());
            }
            for (Map.Entry<String, String> each : tasks.entrySet()) {
                await(each.getKey()).until(() -> fixture.task(each.getValue()).getInt("Frames") > FRAMES * 3 / 4);
            }
            fixture.client.call(
                    "POST", "/Tasks/Stop", "{\"TaskIDs\":[\"" + String.join("\",\"", tasks.values()) + "\"]}");
            for (Map.Entry<String, String> each : tasks.entrySet()) {
                check(each.getKey(), fixture.awaitResults(each.getValue()));
            }
        } finally {
            for (AutoCloseable each : open) {
                each.close();
            }
        }
    }

    private Map<String, byte[]> films() throws Exception {
        Scene.Thing thing = DemoScenes.crossing().things().get(0);
        Scene scene = new Scene(
                "jump",
                SECONDS,
                2,
                List.of(),
                List.of(new Scene.Thing(
                        0, SECONDS, new Box(0, 0.4, 0.1, 0.2), new Box(0.9, 0.4, 0.1, 0.2), thing.color())));
        SyntheticVideo.write(temp.resolve("jump.ts"), scene, 320, 180);
        byte[] film = Files.readAllBytes(temp.resolve("jump.ts"));
        Map<String, byte[]> films = new TreeMap<>();
        JUMPS.forEach((name, jump) ->
                films.put(name, Stamps.shifted(film, frame -> 40_000 + jump.applyAsDouble(frame))));
        return films;
    }

    private void start(NodeFixture fixture, String name, String url) throws Exception {
        String task = UUID.randomUUID().toString();
        tasks.put(name, task);
        fixture.start(task, "motion", "COMPUTILITY-MOTION_IN_AREA-1.0.0", "VIDEO_REALTIME", """
                "TaskInfo":{"StreamOptions":{"VideoStreamOptions":{"PlayType":"REALPLAY","Url":"%s"}},
                "ExtendParams":{"RepeatAlarmintervalThreshold":0.5}}""".formatted(url));
    }

    /** An alert every half second of the camera's time, which is ours. */
    private static void check(String task, List<JsonObject> all) {
        List<JsonObject> alerts = firstRound(all);
        List<Double> seconds = alerts.stream().map(JumpingStampsTest::second).toList();
        assertThat(seconds).as(task).hasSizeBetween(6, 8);
        JsonObject last = alerts.get(alerts.size() - 1);
        for (int i = 1; i < alerts.size(); i++) {
            assertThat(seconds.get(i) - seconds.get(i - 1))
                    .as("%s: %s", task, seconds)
                    .isBetween(0.49, 1.1);
            // What was read while the stream was opened came too soon for its time.
            if (seconds.get(i) > 1.3) {
                assertThat(Duration.between(time(alerts.get(i)), time(last)).toMillis() / 1e3)
                        .as("%s: from %s s to %s s", task, seconds.get(i), second(last))
                        .isCloseTo(second(last) - seconds.get(i), within(0.5));
            }
        }
    }

    /** The media begin anew after their end. */
    private static List<JsonObject> firstRound(List<JsonObject> alerts) {
        int end = 1;
        while (end < alerts.size() && second(alerts.get(end)) > second(alerts.get(end - 1))) {
            end++;
        }
        return alerts.subList(0, end);
    }

    private static double second(JsonObject alert) {
        return alert.getJsonNumber("mediaTime").doubleValue();
    }

    private static Instant time(JsonObject alert) {
        return Instant.parse(alert.getString("time"));
    }
}
