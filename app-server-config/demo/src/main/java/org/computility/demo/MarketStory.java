package org.computility.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.computility.client.Results.Result;
import org.computility.demo.loop.Frames;
import org.computility.demo.market.MarketDay;
import org.computility.demo.market.ModelSale;
import org.computility.demo.market.PictureModel;
import org.computility.demo.stage.Screen;
import org.computility.demo.truth.ThingTruth;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;

/** What moved is sold as a data set, and two algorithms as models; then the books must close. */
final class MarketStory {

    private static final double SHARE_TOLERANCE = 0.02;

    private final Screen screen;
    private final Path work;
    private final DemoConfig config;
    private final MarketDay market;

    MarketStory(Screen screen, Path work, DemoConfig config, MarketDay market) {
        this.screen = screen;
        this.work = work;
        this.config = config;
        this.market = market;
    }

    boolean sellFindings(Map<String, List<Result>> findings) throws IOException {
        screen.step("What the motion algorithm found is sold as a data set");
        return market.sellData(written(findings));
    }

    boolean sellSoilModel() throws IOException {
        screen.step("The soil algorithm is sold as a model, by the call");
        Path archive = Algorithm.SOIL.packageIn(config.packages());
        try (PictureModel model = PictureModel.serve(archive, work.resolve("soil-model"), MarketStory::share)) {
            return market.sellModel(
                    "bare-soil-share",
                    model,
                    sale -> DemoScenes.all().stream()
                            .filter(scene -> scene.soilShare() > 0)
                            .map(scene -> isSoilTold(sale, scene))
                            .reduce(true, Boolean::logicalAnd));
        }
    }

    /** One picture of each class is shown to the model. */
    boolean sellTrainedModel(Loop loop) throws IOException {
        screen.step("The trained classifier is sold as a model, too");
        Path archive = loop.model().archive();
        try (PictureModel model = PictureModel.serve(archive, work.resolve("thing-model"), loop.model()::meaning)) {
            return market.sellModel(
                    "thing-in-area",
                    model,
                    sale -> List.of(ThingTruth.THING, ThingTruth.NOTHING).stream()
                            .map(label -> isClassTold(sale, label, loop.examination()))
                            .reduce(true, Boolean::logicalAnd));
        }
    }

    boolean booksClose(UUID center, Loop loop) {
        screen.step("The books");
        return market.booksClose(new MarketDay.Training(center, loop.left(), loop.cost()));
    }

    /** A line for each finding. */
    private Path written(Map<String, List<Result>> byDevice) throws IOException {
        List<String> lines = byDevice.entrySet().stream()
                .flatMap(device -> device.getValue().stream()
                        .map(result -> Json.createObjectBuilder()
                                .add("device", device.getKey())
                                .add("time", result.time().toString())
                                .add("data", result.data())
                                .build()
                                .toString()))
                .sorted()
                .toList();
        return Files.write(work.resolve("findings.jsonl"), lines);
    }

    private static JsonObject share(float[] cells) {
        double sum = 0;
        for (float cell : cells) {
            sum += cell;
        }
        return Json.createObjectBuilder().add("share", sum / cells.length).build();
    }

    private boolean isSoilTold(ModelSale sale, Scene scene) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(SyntheticVideo.picture(scene, 0), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double share = sale.ask(png.toByteArray()).getJsonNumber("share").doubleValue();
        screen.note(String.format(
                Locale.ROOT,
                "the model: %.1f %% bare soil in %s; there is %.1f %%",
                100 * share,
                scene.name(),
                100 * scene.soilShare()));
        return Math.abs(share - scene.soilShare()) <= SHARE_TOLERANCE;
    }

    private boolean isClassTold(ModelSale sale, String label, List<Frames.Piece> pieces) {
        Frames.Piece piece = pieces.stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
        JsonObject told = sale.ask(piece.png());
        screen.note(String.format(
                Locale.ROOT,
                "the model: %s, %.1f %% sure; there is %s",
                told.getString("class"),
                100 * told.getJsonNumber("score").doubleValue(),
                label));
        return told.getString("class").equals(label);
    }
}
