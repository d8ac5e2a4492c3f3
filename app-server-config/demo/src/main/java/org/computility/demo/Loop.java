package org.computility.demo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.computility.client.ComputilityClient;
import org.computility.client.Results.Result;
import org.computility.client.TaskInfo;
import org.computility.client.TaskInfo.Area;
import org.computility.client.TaskInfo.Rule;
import org.computility.demo.loop.Frames;
import org.computility.demo.loop.TrainedModel;
import org.computility.demo.loop.TrainingCenter;
import org.computility.demo.loop.TrainingProgram;
import org.computility.demo.loop.TrainingRun;
import org.computility.demo.stage.Screen;
import org.computility.demo.truth.ThingTruth;
import org.computility.demo.truth.Verdict;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;

/**
 * The loop of the platform: what the cameras show is learned from by a training job, what it leaves becomes an algorithm, and that
 * watches the cameras. It learns from four cameras, and is examined with two others.
 */
final class Loop {

    private static final List<Scene> LEARNED =
            List.of(DemoScenes.crossing(), DemoScenes.dropping(), DemoScenes.twoWays(), DemoScenes.quarry());

    private static final Scene LATE_VISITOR = DemoScenes.lateVisitor();
    private static final List<Scene> EXAMINED = List.of(LATE_VISITOR, DemoScenes.quiet());
    private static final double LEAST_ACCURACY = 0.95;
    private static final BigDecimal PAID_IN = new BigDecimal("20.00");

    /** Often, so that a thing is told several times as it passes. */
    private static final double INTERVAL = 0.2;

    private final Screen screen;
    private final Path work;
    private final Cameras cameras;
    private List<Frames.Piece> examination = List.of();
    private TrainedModel model;
    private BigDecimal cost = BigDecimal.ZERO;

    private record Trained(String words, String packageId, String capability) implements Deployable {}

    private static final Trained THING = new Trained("thing in area", TrainedModel.PACKAGE_ID, TrainedModel.CAPABILITY);

    /** A camera with the areas that are looked at. */
    private record View(String deviceId, Scene scene, List<Box> areas) {

        TaskInfo taskInfo(String url) {
            List<Area> areas = new ArrayList<>();
            for (Box each : areas()) {
                areas.add(Area.rectangle(
                        areas.size(), each.x(), each.y(), each.x() + each.width(), each.y() + each.height()));
            }
            Rule rule = new Rule(areas, null, "THING", null, Map.of("ReportInterval", INTERVAL));
            return TaskInfo.ofStream(THING.capability(), deviceId, url, List.of(rule));
        }
    }

    Loop(Screen screen, Path work, Cameras cameras) throws IOException {
        this.screen = screen;
        this.work = Files.createDirectories(work);
        this.cameras = cameras;
    }

    /** Trains the model; false where this machine runs no jobs. */
    boolean train(TrainingCenter center, People people, ComputilityClient operator) throws IOException {
        try {
            Optional<String> hindrance = TrainingProgram.hindrance(work);
            if (hindrance.isEmpty()) {
                hindrance = center.open(work.resolve("jobs"));
            }
            if (hindrance.isPresent()) {
                screen.note("left out, and with it what is made of the model: " + hindrance.get());
                return false;
            }
            center.deposit(people.organisation(), PAID_IN);
            Path frames = cut();
            Path program = TrainingProgram.pack(trainerJar(), work.resolve("program"));
            TrainingRun run = new TrainingRun(operator, screen::note);
            String job = run.submit(program, frames);
            Path result = run.result(job, work);
            cost = run.cost(job);
            model = TrainedModel.pack(result, work.resolve("thing-in-area.tar"));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static Path trainerJar() {
        return DemoConfig.fromSystemProperties().trainerJar();
    }

    private Path cut() throws IOException {
        List<Frames.Piece> learned = pieces(LEARNED);
        examination = pieces(EXAMINED);
        screen.note(learned.size() + " pieces cut from frames of 4 cameras, " + examination.size()
                + " of 2 others; each labelled " + ThingTruth.THING + " or " + ThingTruth.NOTHING);
        return Frames.archive(work.resolve("frames.zip"), learned, examination);
    }

    private List<Frames.Piece> pieces(List<Scene> scenes) throws IOException {
        List<Frames.Piece> pieces = new ArrayList<>();
        for (Scene scene : scenes) {
            pieces.addAll(Frames.of(cameras.clip(scene), scene));
        }
        return pieces;
    }

    /** Whether the model tells what it has not learned from, run as nodes run it. */
    boolean examine() throws IOException {
        int right = model.right(examination, work.resolve("model"));
        double accuracy = (double) right / examination.size();
        screen.note(String.format(
                Locale.ROOT,
                "%d of %d pieces of the 2 other cameras are told rightly: %.1f %%",
                right,
                examination.size(),
                100 * accuracy));
        return accuracy >= LEAST_ACCURACY;
    }

    /** Brings the model to a node as an algorithm. */
    void deploy(ComputilityClient operator, String node) throws IOException {
        Rollout rollout = new Rollout(operator, screen, List.of(THING));
        rollout.importPackage(THING, model.archive());
        rollout.deliver(List.of(node));
        rollout.load(List.of(node));
    }

    /** Has a plan look at the two other cameras with it; true when all that it tells is true. */
    boolean watch(ComputilityClient operator) {
        PlanWatch plans = new PlanWatch(operator, cameras, screen);
        List<View> views = views();
        long plan = plans.startInspection(
                "Things",
                views.stream()
                        .map(view -> view.taskInfo(cameras.url(view.scene())))
                        .toList());
        plans.follow(plan);
        plans.awaitResults(plan, views.size());
        Map<String, List<Result>> results = plans.resultsByDevice(plan);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("camera", "areas", "was there", "was told", ""));
        List<String> remarks = new ArrayList<>();
        boolean matches = true;
        for (View view : views) {
            Verdict verdict = ThingTruth.judge(
                    view.scene(),
                    view.areas(),
                    results.getOrDefault(view.deviceId(), List.of()).stream()
                            .map(Loop::told)
                            .toList());
            matches &= verdict.matches();
            remarks.addAll(verdict.remarks());
            rows.add(List.of(
                    view.scene().name(),
                    "" + view.areas().size(),
                    verdict.there(),
                    verdict.found(),
                    verdict.matches() ? "ok" : "WRONG"));
        }
        screen.table(rows);
        remarks.forEach(screen::note);
        return matches;
    }

    /** The model's package. */
    TrainedModel model() {
        return model;
    }

    /** What it is examined with. */
    List<Frames.Piece> examination() {
        return examination;
    }

    /** What the training has cost. */
    BigDecimal cost() {
        return cost;
    }

    /** What is left of what was paid in for the training. */
    BigDecimal left() {
        return model == null ? BigDecimal.ZERO : PAID_IN.subtract(cost);
    }

    private static ThingTruth.Told told(Result result) {
        return new ThingTruth.Told(
                result.mediaTime(),
                result.data().getInt("areaId"),
                result.data().getString("class"));
    }

    /** The way of the late visitor at its middle and at its end, and a place where nothing is; and two places where nothing ever is. */
    private static List<View> views() {
        List<Box> ofVisitor = new ArrayList<>();
        for (double second : List.of(6.5, 8.0)) {
            Box thing = LATE_VISITOR.boxesAt(second).get(0);
            ofVisitor.add(Frames.around(thing.x() + thing.width() / 2, thing.y() + thing.height() / 2));
        }
        ofVisitor.add(Frames.around(0.5, 0.8));
        List<Box> ofQuiet = List.of(Frames.around(0.6, 0.4), Frames.around(0.2, 0.2));
        return List.of(
                new View("11010800001320000004", LATE_VISITOR, ofVisitor),
                new View("11010800001320000006", DemoScenes.quiet(), ofQuiet));
    }
}
