package org.computility.demo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.computility.client.ComputilityClient;
import org.computility.demo.loop.Frames;
import org.computility.demo.loop.TrainedModel;
import org.computility.demo.loop.TrainingCenter;
import org.computility.demo.loop.TrainingProgram;
import org.computility.demo.loop.TrainingRun;
import org.computility.demo.stage.Screen;
import org.computility.demo.truth.ThingTruth;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;

/**
 * The loop of the platform: what the cameras show is learned from by a training job, and what it leaves becomes an algorithm. It learns from four cameras, and is examined with two others.
 */
final class Loop {

    private static final List<Scene> LEARNED =
            List.of(DemoScenes.crossing(), DemoScenes.dropping(), DemoScenes.twoWays(), DemoScenes.quarry());

    private static final List<Scene> EXAMINED = List.of(DemoScenes.lateVisitor(), DemoScenes.quiet());
    private static final double LEAST_ACCURACY = 0.95;
    private static final BigDecimal PAID_IN = new BigDecimal("20.00");

    private final DemoConfig config;
    private final Screen screen;
    private final Path work;
    private final Cameras cameras;
    private List<Frames.Piece> examination = List.of();
    private TrainedModel model;
    private BigDecimal cost = BigDecimal.ZERO;

    /** What is learned, as an algorithm. */
    private record Trained(String words, String packageId, String capability) implements Deployable {}

    private static final Trained THING = new Trained("thing in area", TrainedModel.PACKAGE_ID, TrainedModel.CAPABILITY);

    Loop(DemoConfig config, Screen screen, Path work, Cameras cameras) throws IOException {
        this.config = config;
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
            Path program = TrainingProgram.pack(config.trainerJar(), work.resolve("program"));
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
}
