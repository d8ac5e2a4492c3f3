package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.algopackage.archive.AlgoPackageWriter;
import org.computility.runtime.algorithms.OddGraphs;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph that tells classes, through the whole node: each area is judged for itself, at intervals. */
class ClassTruthTest {

    private static final String PACKAGE = "1101080000508000000120261101000000000033";
    private static final String CAPABILITY = "TEST-BRIGHTNESS-1.0.0";
    private static final String YAML = """
            AlgoFilePackageID: "1101080000508000000120261101000000000033"
            AlgoFilePackageName: Brightness
            AlgoFilePackageVersion: 1.0.0
            AlgoFilePackageType: artifact
            Provider: TEST
            Accelerators: [CPU]
            Resources: {Cpu: 1}
            StreamsPerReplica: 4
            Capabilities:
              - Code: TEST-BRIGHTNESS-1.0.0
                Name: Brightness
                AlgoDataType: STRUCTURING
                TaskTypes: [VIDEO_FILE]
                TaskFields:
                  - {Name: ReportInterval, Type: double, DefaultValue: 0.5}
                Model:
                  File: brightness.onnx
                  Input: frame
                  Width: 16
                  Height: 16
                  Output: {Tensor: scores, Classes: [dark, bright]}
            """;

    /** Something white stands on the left until second 2. */
    private static final Scene SCENE = new Scene(
            "standing",
            4,
            2,
            List.of(),
            List.of(new Scene.Thing(
                    0, 2, new Box(0.1, 0.3, 0.3, 0.4), new Box(0.1, 0.3, 0.3, 0.4), new Color(235, 235, 235))));

    private static final String AREAS = area(7, 0.15, 0.35, 0.35, 0.65) + "," + area(8, 0.6, 0.3, 0.9, 0.7);

    @TempDir
    static Path temp;

    private static NodeFixture fixture;

    @BeforeAll
    static void startNode() throws Exception {
        SyntheticVideo.write(temp.resolve("standing.mp4"), SCENE, 640, 360);
        fixture = new NodeFixture(temp.resolve("data"), temp);
        Path tar = temp.resolve("brightness.tar");
        byte[] yaml = YAML.getBytes(StandardCharsets.UTF_8);
        AlgoPackageWriter.write(Map.of("algo.yaml", yaml, "brightness.onnx", OddGraphs.tellingBrightness()), tar);
        fixture.deliver(PACKAGE, "brightness", Files.readAllBytes(tar));
        fixture.load("brightness", PACKAGE, 1);
    }

    @AfterAll
    static void stopNode() {
        fixture.close();
    }

    @Test
    void eachAreaIsToldAtIntervalsWhatItShows() throws Exception {
        List<JsonObject> results = run("{}", AREAS);

        assertThat(results).hasSize(16);
        for (JsonObject result : results) {
            JsonObject data = result.getJsonObject("data");
            double second = result.getJsonNumber("mediaTime").doubleValue();
            String truth = data.getInt("areaId") == 7 && second < 2 ? "bright" : "dark";
            assertThat(data.getString("class")).as("at %s: %s", second, data).isEqualTo(truth);
            assertThat(data.getString("type")).isEqualTo("STRUCTURING");
            assertThat(data.getJsonObject("measures").keySet()).containsExactlyInAnyOrder("dark", "bright");
            assertThat(data.getJsonNumber("score"))
                    .isEqualTo(data.getJsonObject("measures").getJsonNumber(truth));
            assertThat(result.getJsonObject("image").getInt("width")).isBetween(32, 640);
        }
        JsonObject box =
                results.get(0).getJsonObject("data").getJsonArray("boxes").getJsonObject(0);
        assertThat(box.toString()).isEqualTo("{\"x\":0.15,\"y\":0.35,\"width\":0.2,\"height\":0.3}");
    }

    @Test
    void aRuleWithoutAreasIsToldTheWholePictureAndAWeakScoreIsNotTold() throws Exception {
        List<JsonObject> whole = run("{\"ReportInterval\":1}", "");
        List<JsonObject> sure = run("{\"ScoreThreshold\":0.75}", AREAS);

        assertThat(whole).hasSize(4);
        assertThat(whole)
                .extracting(r -> r.getJsonObject("data").getString("class"))
                .containsOnly("dark");
        assertThat(sure).hasSize(4);
        assertThat(sure)
                .extracting(r -> r.getJsonObject("data").getString("class"))
                .containsOnly("bright");
    }

    @Test
    void masksAreRefused() throws Exception {
        String rules = "[{\"Masks\":[%s]}]".formatted(area(0, 0, 0, 0.5, 0.5));

        assertThat(start(UUID.randomUUID().toString(), rules)).contains("Masks");
    }

    private static List<JsonObject> run(String params, String areas) throws Exception {
        String task = UUID.randomUUID().toString();
        assertThat(start(task, "[{\"Areas\":[%s],\"ExtendParams\":%s}]".formatted(areas, params)))
                .isEqualTo("success");
        fixture.awaitTask(task, "FINISHED");
        return fixture.awaitResults(task);
    }

    private static String start(String task, String rules) throws Exception {
        String url = temp.resolve("standing.mp4").toUri().toString();
        String info = "\"TaskInfo\":{\"FileOptions\":{\"Url\":\"%s\"},\"RulesParams\":%s}".formatted(url, rules);
        return fixture.start(task, "brightness", CAPABILITY, "VIDEO_FILE", info)
                .list()
                .get(0)
                .getString("Message");
    }

    private static String area(int id, double left, double top, double right, double bottom) {
        return """
                {"AreaID":%d,"Points":[{"PointX":%s,"PointY":%s},{"PointX":%s,"PointY":%s},{"PointX":%s,"PointY":%s},\
                {"PointX":%s,"PointY":%s}]}""".formatted(id, left, top, right, top, right, bottom, left, bottom);
    }
}
