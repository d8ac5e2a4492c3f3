package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.Center;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live stream end to end: the right thing at the right time, again after the stream broke off. */
class RtspStreamTest {

    private static final Scene SCENE = new Scene(
            "visit",
            5,
            2,
            List.of(),
            List.of(new Scene.Thing(
                    2,
                    4,
                    new Box(0.1, 0.4, 0.1, 0.15),
                    new Box(0.6, 0.4, 0.1, 0.15),
                    DemoScenes.crossing().things().get(0).color())));

    @TempDir
    Path temp;

    @Test
    void aLiveStreamIsWatchedAgainAfterItsEnd() throws Exception {
        SyntheticVideo.write(temp.resolve("visit.mp4"), SCENE, 640, 360);
        try (RtspServer rtsp = RtspServer.serve(temp);
                NodeFixture fixture = new NodeFixture(temp.resolve("data"), temp)) {
            fixture.deliver(NodeFixture.MOTION, "motion-in-area");
            fixture.load("motion", NodeFixture.MOTION, 1);
            String task = UUID.randomUUID().toString();
            fixture.start(task, "motion", "COMPUTILITY-MOTION_IN_AREA-1.0.0", "VIDEO_REALTIME", """
                    "TaskInfo":{"StreamOptions":{"VideoStreamOptions":{"PlayType":"REALPLAY","Url":"%s"}},
                    "RulesParams":[{"ResultReceiveUrl":["%s"],"ExtendParams":{"RepeatAlarmintervalThreshold":3.5}}]}""".formatted(
                            rtsp.url("visit"), fixture.platform.url("/receiver")));

            await().atMost(Duration.ofSeconds(45)).until(() -> fixture.platform.results.size() >= 2);
            fixture.client.call("POST", "/Tasks/Stop", "{\"TaskIDs\":[\"" + task + "\"]}");
            List<JsonObject> alerts = fixture.awaitResults(task);

            // Once a round: the second round is a second connection, and its clock begins at nought again.
            for (JsonObject alert : alerts.subList(0, 2)) {
                double second = alert.getJsonNumber("mediaTime").doubleValue();
                assertThat(second).isCloseTo(2, within(0.4));
                JsonObject box =
                        alert.getJsonObject("data").getJsonArray("boxes").getJsonObject(0);
                // A frame's time may be a moment before the thing's; its first place is known a moment before it comes,
                // too.
                Box truth = SCENE.boxesAt(Math.max(2, second)).get(0);
                double center = box.getJsonNumber("x").doubleValue()
                        + box.getJsonNumber("width").doubleValue() / 2;
                assertThat(center).isCloseTo(Center.of(truth).x(), within(1.0 / 16));
            }
            assertThat(fixture.platform.received).containsExactlyElementsOf(fixture.platform.results);
        }
    }
}
