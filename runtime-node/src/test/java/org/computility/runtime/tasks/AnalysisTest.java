package org.computility.runtime.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.computility.runtime.NodeFixture;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.inference.Graph;
import org.computility.runtime.inference.StreamInference;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.Center;
import org.computility.runtime.media.MediaClock;
import org.computility.runtime.media.MediaPolicy;
import org.computility.runtime.media.VideoSource;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.computility.runtime.results.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the motion algorithm says when the node leaves out frames, on a thing that moves a quarter of the picture a second. */
class AnalysisTest {

    private static final Scene SCENE = new Scene(
            "fast",
            4,
            2,
            List.of(),
            List.of(new Scene.Thing(
                    0, 4, new Box(0, 0.4, 0.05, 0.12), new Box(0.95, 0.4, 0.05, 0.12), new Color(235, 235, 235))));

    @TempDir
    static Path temp;

    private static AlgoPackage algorithm;

    @BeforeAll
    static void prepare() throws Exception {
        Path tar = Files.write(temp.resolve("motion.tar"), NodeFixture.tar("motion-in-area"));
        algorithm = new AlgoPackageArchive().extract(tar, temp.resolve("motion"));
        SyntheticVideo.write(temp.resolve("fast.mp4"), SCENE, 640, 360);
    }

    @Test
    void framesLeftOutForASecondLightNothingWhereTheThingWas() throws Exception {
        List<Result> results = look(second -> second < 1 || second >= 2);

        assertThat(results).isNotEmpty();
        for (Result each : results) {
            List<Box> boxes = boxes(each);
            assertThat(boxes).as("at %s s: %s", each.mediaTime(), boxes).hasSize(1);
            assertThat(Center.of(boxes.get(0)).x())
                    .isCloseTo(Center.of(SCENE.boxesAt(each.mediaTime()).get(0)).x(), within(1.0 / 16));
        }
        assertThat(results.stream()
                        .filter(r -> r.mediaTime() >= 2)
                        .findFirst()
                        .orElseThrow()
                        .mediaTime())
                .as("the frame after the first one that was looked at again")
                .isCloseTo(2.04, within(0.001));
    }

    @Test
    void aFewFramesLeftOutAgainAndAgainAreNoHindrance() throws Exception {
        List<Result> results = look(second -> Math.round(second * SyntheticVideo.RATE) % 4 == 0);

        assertThat(results).hasSize(SCENE.seconds() * SyntheticVideo.RATE / 4);
        for (Result each : results) {
            Box now = SCENE.boxesAt(each.mediaTime()).get(0);
            Box before = SCENE.boxesAt(Math.max(0, each.mediaTime() - 0.16)).get(0);
            assertThat(boxes(each))
                    .allSatisfy(box -> assertThat(Center.of(box).x())
                            .isBetween(
                                    Center.of(before).x() - 1.0 / 16,
                                    Center.of(now).x() + 1.0 / 16));
        }
    }

    @Test
    void aMachineThatIsAlwaysLateStillSeesWhatMoves() throws Exception {
        // It would leave out nine frames after each, but for the ones that the analysis wants.
        List<Result> results = look(second -> Math.round(second * SyntheticVideo.RATE) % 10 == 0);

        assertThat(results).hasSize(SCENE.seconds() * SyntheticVideo.RATE / 10);
        assertThat(results)
                .allSatisfy(
                        r -> assertThat(boxes(r)).as("at %s s", r.mediaTime()).hasSize(1));
    }

    /** Shows the clip to the analysis, leaving out what is not wanted. */
    private static List<Result> look(DoublePredicate wanted) throws Exception {
        List<Result> results = new ArrayList<>();
        TaskSurroundings surroundings =
                new TaskSurroundings(NodeFixture.CODE, null, (result, receivers) -> results.add(result), state -> {});
        TaskOrder order = order();
        MediaPolicy.Address clip =
                new MediaPolicy(temp).check(temp.resolve("fast.mp4").toUri().toString());
        try (Graph graph = Graph.load(temp.resolve("motion"), order.capability().model(), AcceleratorChoice.CPU);
                StreamInference inference = graph.openStream();
                VideoSource source = VideoSource.open(clip, MediaClock.recorded(), () -> false)) {
            Analysis analysis = new Analysis(order, inference, surroundings);
            analysis.restart();
            while (source.read()) {
                if (analysis.wantsNext() || wanted.test(source.mediaTime())) {
                    analysis.look(source.scaler(), source.mediaTime(), Instant.EPOCH);
                } else {
                    analysis.leaveOut();
                }
            }
        }
        return results;
    }

    private static TaskOrder order() throws Exception {
        JsonObject info = Json.createObjectBuilder()
                .add("FileOptions", Json.createObjectBuilder().add("Url", "file:///x"))
                .add("ExtendParams", Json.createObjectBuilder().add("RepeatAlarmintervalThreshold", 0))
                .build();
        return TaskOrder.of(
                Json.createObjectBuilder()
                        .add("TaskID", "t")
                        .add("AlgoServiceID", "s")
                        .add("AlgoDefCode", algorithm.capabilities().get(0).code())
                        .add("Type", "VIDEO_FILE")
                        .add("TaskInfo", info)
                        .build(),
                algorithm);
    }

    private static List<Box> boxes(Result result) {
        return result.data().getJsonArray("boxes").getValuesAs(JsonObject.class).stream()
                .map(b -> new Box(number(b, "x"), number(b, "y"), number(b, "width"), number(b, "height")))
                .toList();
    }

    private static double number(JsonObject object, String name) {
        return object.getJsonNumber(name).doubleValue();
    }
}
