package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.Center;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both algorithms through the whole node on video whose truth is known: what is reported, where, and when. */
class DetectionTruthTest {

    private static final double CELL_WIDTH = 1.0 / 16;
    private static final double CELL_HEIGHT = 1.0 / 9;
    private static final double SECONDS = 0.4;
    private static final String MOTION = "COMPUTILITY-MOTION_IN_AREA-1.0.0";
    private static final String SOIL = "COMPUTILITY-BARE_SOIL_SHARE-1.0.0";

    @TempDir
    static Path temp;

    private static NodeFixture fixture;

    @BeforeAll
    static void startNode() throws Exception {
        for (Scene scene : List.of(DemoScenes.twoWays(), DemoScenes.lateVisitor(), DemoScenes.quarry())) {
            SyntheticVideo.write(temp.resolve(scene.name() + ".mp4"), scene, 640, 360);
        }
        fixture = new NodeFixture(temp.resolve("data"), temp);
        fixture.deliver(NodeFixture.MOTION, "motion-in-area");
        fixture.deliver(NodeFixture.SOIL, "bare-soil-share");
        fixture.load("motion", NodeFixture.MOTION, 1);
        fixture.load("soil", NodeFixture.SOIL, 1);
    }

    @AfterAll
    static void stopNode() {
        fixture.close();
    }

    @Test
    void everyMovingThingIsReportedWhereItIsAndOnlyThen() throws Exception {
        Scene scene = DemoScenes.lateVisitor();
        List<JsonObject> alerts = run("motion", MOTION, scene, "\"RepeatAlarmintervalThreshold\":0.5", "");

        assertThat(second(alerts.get(0))).isCloseTo(5, within(SECONDS));
        assertThat(second(alerts.get(alerts.size() - 1))).isBetween(8.0, 9 + SECONDS);
        assertThat(alerts).hasSizeBetween(7, 9);
        for (JsonObject alert : alerts) {
            assertEveryBoxIsTrue(alert, scene);
        }
    }

    @Test
    void twoThingsAtOnceGiveTwoBoxes() throws Exception {
        Scene scene = DemoScenes.twoWays();
        List<JsonObject> alerts = run("motion", MOTION, scene, "\"RepeatAlarmintervalThreshold\":1", "");

        assertThat(alerts).hasSizeBetween(6, 8);
        assertThat(alerts.stream().filter(a -> boxes(a).size() == 2).count())
                .as("alerts with both things apart")
                .isGreaterThanOrEqualTo(4);
        alerts.forEach(alert -> assertEveryBoxIsTrue(alert, scene));
    }

    @Test
    void nothingIsReportedOutsideTheAreaOrBehindAMask() throws Exception {
        Scene scene = DemoScenes.twoWays();
        String leftHalf = area("Areas", 0, 0, 0.5, 1);
        List<JsonObject> left = run("motion", MOTION, scene, "\"RepeatAlarmintervalThreshold\":0.2", leftHalf);
        String masked = area("Masks", 0, 0.7, 1, 1) + "," + area("Areas", 0, 0, 0.7, 1);
        List<JsonObject> none = run("motion", MOTION, scene, "\"RepeatAlarmintervalThreshold\":0.2", masked);

        assertThat(left)
                .isNotEmpty()
                .allSatisfy(a -> assertThat(boxes(a))
                        .allSatisfy(box -> assertThat(box.x() + box.width()).isLessThanOrEqualTo(0.5 + CELL_WIDTH)));
        // The thing at the bottom reaches the left half at two fifths of its way from second 1 to second 8.
        assertThat(second(left.get(0))).isCloseTo(2.4, within(1.0));
        assertThat(none).isEmpty();
    }

    @Test
    void whatDoesNotLastLongEnoughIsNoAlert() throws Exception {
        Scene scene = DemoScenes.lateVisitor();

        List<JsonObject> patient = run("motion", MOTION, scene, "\"DurationThreshold\":2", "");
        List<JsonObject> tooPatient = run("motion", MOTION, scene, "\"DurationThreshold\":5", "");

        assertThat(second(patient.get(0))).isCloseTo(7, within(SECONDS));
        assertThat(tooPatient).isEmpty();
    }

    @Test
    void theShareOfBareSoilIsMeasuredAtRegularIntervals() throws Exception {
        Scene scene = DemoScenes.quarry();
        List<JsonObject> figures = run("soil", SOIL, scene, "\"ReportInterval\":2", "");

        assertThat(figures).hasSize(6);
        assertThat(figures)
                .extracting(DetectionTruthTest::second)
                .allSatisfy(second -> assertThat(second % 2).isLessThan(0.1));
        for (JsonObject figure : figures) {
            JsonObject data = figure.getJsonObject("data");
            assertThat(data.getString("type")).isEqualTo("STATISTICS");
            assertThat(data.getJsonObject("measures")
                            .getJsonNumber("bareSoilShare")
                            .doubleValue())
                    .isCloseTo(scene.soilShare(), within(0.02));
            assertThat(boxes(figure)).singleElement().satisfies(box -> {
                assertThat(box.x()).isCloseTo(0, within(CELL_WIDTH));
                assertThat(box.y()).isCloseTo(0.5, within(CELL_HEIGHT));
                assertThat(box.width()).isCloseTo(0.6, within(CELL_WIDTH));
            });
        }
    }

    @Test
    void soilAboveTheThresholdIsAnAlert() throws Exception {
        List<JsonObject> over = run("soil", SOIL, DemoScenes.quarry(), "\"AlertThreshold\":0.25", "");
        List<JsonObject> under = run("soil", SOIL, DemoScenes.quarry(), "\"AlertThreshold\":0.35", "");

        assertThat(over).filteredOn(r -> type(r).equals("ALERT")).hasSize(1);
        assertThat(under).extracting(DetectionTruthTest::type).containsOnly("STATISTICS");
    }

    @Test
    void resultsAreNumberedAndCarryACropOfWhatWasSeen() throws Exception {
        List<JsonObject> alerts = run("motion", MOTION, DemoScenes.lateVisitor(), "\"ScoreThreshold\":0.01", "");

        for (int i = 0; i < alerts.size(); i++) {
            JsonObject alert = alerts.get(i);
            assertThat(alert.getInt("sequence")).isEqualTo(i);
            assertThat(alert.getString("computeCode")).isEqualTo(NodeFixture.CODE);
            assertThat(alert.getString("deviceId")).isEqualTo("11010800001320000001");
            assertThat(alert.getString("eventId")).isEqualTo("SOMETHING");
            assertThat(alert.getJsonObject("image").getInt("width")).isBetween(32, 320);
            assertThat(alert.getJsonObject("image").getString("content")).startsWith("/9j/");
        }
    }

    @Test
    void aStillImageIsLookedAtOnceOrAtIntervals() throws Exception {
        Scene scene = DemoScenes.quiet();
        Path file = temp.resolve("quiet.png");
        ImageIO.write(SyntheticVideo.picture(scene, 0), "png", file.toFile());
        String once = UUID.randomUUID().toString();
        String again = UUID.randomUUID().toString();
        String options = "\"TaskInfo\":{\"ImageOptions\":{\"Url\":\"%s\"%s},\"ExtendParams\":{\"ReportInterval\":0.5}}";
        fixture.start(once, "soil", SOIL, "IMAGE_REALTIME", options.formatted(file.toUri(), ""));
        String limited = "\"DurationLimit\":4," + options.formatted(file.toUri(), ",\"Interval\":1");
        fixture.start(again, "soil", SOIL, "IMAGE_REALTIME", limited);
        fixture.awaitTask(once, "FINISHED");
        fixture.awaitTask(again, "FINISHED");

        assertThat(fixture.awaitResults(once))
                .singleElement()
                .satisfies(r -> assertThat(r.getJsonObject("data")
                                .getJsonObject("measures")
                                .getJsonNumber("bareSoilShare")
                                .doubleValue())
                        .isCloseTo(scene.soilShare(), within(0.02)));
        assertThat(fixture.awaitResults(again)).hasSizeBetween(2, 4);
    }

    private static void assertEveryBoxIsTrue(JsonObject alert, Scene scene) {
        double second = second(alert);
        // A thing that has just vanished is a movement, too, where it was last.
        List<Box> truth = scene.boxesAt(second).isEmpty() ? scene.boxesAt(second - 0.2) : scene.boxesAt(second);
        assertThat(boxes(alert))
                .isNotEmpty()
                .allSatisfy(box -> assertThat(truth).anySatisfy(thing -> {
                    assertThat(Center.of(box).x()).isCloseTo(Center.of(thing).x(), within(CELL_WIDTH));
                    assertThat(Center.of(box).y()).isCloseTo(Center.of(thing).y(), within(CELL_HEIGHT));
                }));
    }

    private static List<JsonObject> run(String service, String capability, Scene scene, String params, String rule)
            throws Exception {
        String task = UUID.randomUUID().toString();
        String url = temp.resolve(scene.name() + ".mp4").toUri().toString();
        String info = """
                "TaskInfo":{"DeviceID":"11010800001320000001","FileOptions":{"Url":"%s"},
                "RulesParams":[{"EventID":"SOMETHING","ExtendParams":{%s}%s}]}""".formatted(url, params, rule.isEmpty() ? "" : "," + rule);
        assertThat(fixture.start(task, service, capability, "VIDEO_FILE", info)
                        .list()
                        .get(0)
                        .getString("Message"))
                .isEqualTo("success");
        fixture.awaitTask(task, "FINISHED");
        assertThat(fixture.task(task).getInt("Frames")).isBetween(295, 300);
        return fixture.awaitResults(task);
    }

    private static String area(String kind, double left, double top, double right, double bottom) {
        return """
                "%s":[{"AreaID":0,"AreaType":"POLYGON","Points":[{"PointX":%s,"PointY":%s},{"PointX":%s,"PointY":%s},
                {"PointX":%s,"PointY":%s},{"PointX":%s,"PointY":%s}]}]""".formatted(kind, left, top, right, top, right, bottom, left, bottom);
    }

    private static String type(JsonObject result) {
        return result.getJsonObject("data").getString("type");
    }

    private static double second(JsonObject result) {
        return result.getJsonNumber("mediaTime").doubleValue();
    }

    private static List<Box> boxes(JsonObject result) {
        return result.getJsonObject("data").getJsonArray("boxes").getValuesAs(JsonObject.class).stream()
                .map(b -> new Box(number(b, "x"), number(b, "y"), number(b, "width"), number(b, "height")))
                .toList();
    }

    private static double number(JsonObject object, String name) {
        return object.getJsonNumber(name).doubleValue();
    }
}
