package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks with {@code Urls}: files and pictures one after the other. */
class SeveralMediaTest {

    private static final String SHARE = "COMPUTILITY-BARE_SOIL_SHARE-1.0.0";

    @TempDir
    static Path temp;

    private static NodeFixture fixture;

    @BeforeAll
    static void startNode() throws Exception {
        Scene quiet = DemoScenes.quiet();
        SyntheticVideo.write(temp.resolve("one.mp4"), new Scene("one", 1, 2, quiet.patches(), List.of()), 320, 180);
        SyntheticVideo.write(temp.resolve("two.mp4"), new Scene("two", 2, 2, List.of(), List.of()), 320, 180);
        Files.write(temp.resolve("noise.mp4"), new byte[5000]);
        ImageIO.write(
                SyntheticVideo.picture(quiet, 0),
                "png",
                temp.resolve("soil.png").toFile());
        Scene bare = new Scene("bare", 1, 0, List.of(), List.of());
        ImageIO.write(
                SyntheticVideo.picture(bare, 0), "png", temp.resolve("none.png").toFile());
        fixture = new NodeFixture(temp.resolve("data"), temp);
        fixture.deliver(NodeFixture.SOIL, "bare-soil-share");
        fixture.load("soil", NodeFixture.SOIL, 2);
    }

    @AfterAll
    static void stopNode() {
        fixture.close();
    }

    @Test
    void filesAreReadOneAfterTheOther() throws Exception {
        String task = start("VIDEO_FILE", "FileOptions", file("one.mp4") + "," + file("two.mp4"), "");
        fixture.awaitTask(task, "FINISHED");

        assertThat(fixture.task(task).getInt("Frames")).isBetween(70, 75);
        List<JsonObject> results = fixture.awaitResults(task);
        assertThat(share(results.get(0))).isGreaterThan(0.05);
        assertThat(share(results.get(results.size() - 1))).isLessThan(0.05);
        assertThat(results).extracting(r -> r.getInt("sequence")).isSorted();
    }

    @Test
    void picturesAreLookedAtOneAfterTheOther() throws Exception {
        String pictures = file("soil.png") + "," + file("none.png") + "," + file("soil.png");
        String task = start("IMAGE_REALTIME", "ImageOptions", pictures, "");
        fixture.awaitTask(task, "FINISHED");

        List<JsonObject> results = fixture.awaitResults(task);
        assertThat(results).hasSize(3);
        assertThat(share(results.get(1))).isLessThan(0.05);
        assertThat(share(results.get(2))).isEqualTo(share(results.get(0))).isGreaterThan(0.05);
    }

    @Test
    void aPictureThatIsMissingKeepsNoRoundFromTheOthers() throws Exception {
        String pictures = "\"http://127.0.0.1:1/missing.png\"," + file("soil.png") + "," + file("none.png");
        String task = start("IMAGE_REALTIME", "ImageOptions", pictures, ",\"Interval\":1");
        fixture.awaitTask(task, "FINISHED");

        assertThat(fixture.awaitResults(task).size()).isBetween(4, 10);
    }

    @Test
    void aSpoiledFileEndsTheTaskAndIsNamed() throws Exception {
        String task = start("VIDEO_FILE", "FileOptions", file("one.mp4") + "," + file("noise.mp4"), "");
        fixture.awaitTask(task, "ERROR");

        assertThat(fixture.task(task).getString("Message")).startsWith("Urls[1]: ");
        assertThat(fixture.task(task).getInt("Frames")).isBetween(20, 25);
    }

    @Test
    void aListIsNoLiveStreamAndHoldsAddresses() throws Exception {
        String live = "\"TaskInfo\":{\"StreamOptions\":{\"VideoStreamOptions\":{\"Urls\":[\"rtsp://127.0.0.1:1/x\"]}}}";
        String empty = "\"TaskInfo\":{\"FileOptions\":{\"Urls\":[\"\"]}}";
        String none = "\"TaskInfo\":{\"FileOptions\":{\"Urls\":[]}}";

        assertThat(refusal("VIDEO_REALTIME", live)).contains("StreamOptions.VideoStreamOptions.Url is missing");
        assertThat(refusal("VIDEO_FILE", empty)).contains("FileOptions.Urls");
        assertThat(refusal("VIDEO_FILE", none)).contains("FileOptions.Url is missing");
    }

    private static String refusal(String type, String info) throws Exception {
        return fixture.start(UUID.randomUUID().toString(), "soil", SHARE, type, info)
                .list()
                .get(0)
                .getString("Message");
    }

    private static String start(String type, String options, String urls, String more) throws Exception {
        String task = UUID.randomUUID().toString();
        String info =
                "\"DurationLimit\":%s,\"TaskInfo\":{\"%s\":{\"Urls\":[%s]%s},\"ExtendParams\":{\"ReportInterval\":0.5}}"
                        .formatted(more.isEmpty() ? "60" : "4", options, urls, more);
        assertThat(fixture.start(task, "soil", SHARE, type, info).list().get(0).getString("Message"))
                .isEqualTo("success");
        return task;
    }

    private static String file(String name) {
        return "\"" + temp.resolve(name).toUri() + "\"";
    }

    private static double share(JsonObject result) {
        return result.getJsonObject("data")
                .getJsonObject("measures")
                .getJsonNumber("bareSoilShare")
                .doubleValue();
    }
}
