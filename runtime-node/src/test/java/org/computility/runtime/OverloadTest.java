package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.computility.runtime.algorithms.SlowMotion;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.Center;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live stream that comes faster than the algorithm works: the node says so, and what it still sees is where it is. */
class OverloadTest {

    private static final Scene SCENE =
            new Scene("crossing", 20, 2, List.of(), List.of(thing(0, 5), thing(5, 10), thing(10, 15), thing(15, 20)));

    @TempDir
    Path temp;

    @Test
    void anOverloadedServiceSaysSoUntilItsTaskEnds() throws Exception {
        SyntheticVideo.write(temp.resolve("crossing.mp4"), SCENE, 320, 180);
        SlowMotion.write(temp.resolve("slow.tar"));
        byte[] tar = Files.readAllBytes(temp.resolve("slow.tar"));
        try (RtspServer rtsp = RtspServer.serve(temp);
                NodeFixture fixture = new NodeFixture(temp.resolve("data"), temp)) {
            fixture.platform.files.put("slow", tar);
            fixture.client.call(
                    "POST",
                    "/AlgoFilePackages",
                    fixture.delivery(SlowMotion.ID, "slow", NodeFixture.md5(tar), tar.length));
            await().until(() -> fixture.statusOf("/AlgoFilePackages", "AlgoFilePackageID", SlowMotion.ID, "Status")
                    .equals("3"));
            fixture.load("slow", SlowMotion.ID, 1);
            start(fixture, "live", rtsp.url("crossing"));

            await().until(() -> status(fixture).equals("\"OVERLOAD\""));
            assertThat(fixture.statusOf("/AlgoServices", "AlgoServiceID", "slow", "Message"))
                    .contains("1 tasks leave out frames");
            assertThat(fixture.task("live").getInt("DroppedFrames")).isPositive();
            // Only a service in ERROR takes no new tasks.
            start(fixture, "another", "rtsp://127.0.0.1:1/x");

            fixture.client.call("POST", "/Tasks/Stop", "{\"TaskIDs\":[\"live\",\"another\"]}");
            await().until(() -> status(fixture).equals("\"RUNNING\""));
            List<JsonObject> alerts = fixture.awaitResults("live");
            assertThat(alerts).isNotEmpty().allSatisfy(OverloadTest::assertInPlace);
        }
    }

    private static void assertInPlace(JsonObject alert) {
        double second = alert.getJsonNumber("mediaTime").doubleValue();
        List<JsonObject> boxes =
                alert.getJsonObject("data").getJsonArray("boxes").getValuesAs(JsonObject.class);
        for (JsonObject each : boxes) {
            double x = each.getJsonNumber("x").doubleValue();
            double center = x + each.getJsonNumber("width").doubleValue() / 2;
            assertThat(center)
                    .as("at %s s: %s", second, boxes)
                    .isCloseTo(Center.of(SCENE.boxesAt(second).get(0)).x(), within(1.0 / 16));
        }
    }

    private static String status(NodeFixture fixture) throws Exception {
        return fixture.statusOf("/AlgoServices", "AlgoServiceID", "slow", "Status");
    }

    private static void start(NodeFixture fixture, String task, String url) throws Exception {
        NodeClient.Answer answer =
                fixture.start(task, "slow", "COMPUTILITY-MOTION_IN_AREA-1.0.0", "VIDEO_REALTIME", """
                "TaskInfo":{"StreamOptions":{"VideoStreamOptions":{"Url":"%s"}},
                "RulesParams":[{"ExtendParams":{"RepeatAlarmintervalThreshold":0}}]}""".formatted(url));
        assertThat(answer.list().get(0).getInt("Code")).isZero();
    }

    private static Scene.Thing thing(double begin, double end) {
        return new Scene.Thing(
                begin,
                end,
                new Box(0, 0.4, 0.05, 0.12),
                new Box(0.95, 0.4, 0.05, 0.12),
                DemoScenes.crossing().things().get(0).color());
    }
}
