package org.computility.benchmarks.runtime;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;

/**
 * Benchmark (d): both algorithms over the same video on the processor and on an NVIDIA card. Fails where they find
 * different things, or where CUDA does not work.
 *
 * <p>Arguments: a work folder, and how many replicas of each are loaded, to see what memory they take.
 */
public final class AcceleratorBenchmark {

    private static final int CLIP_SECONDS = 40;

    private final Path folder;
    private final Path clip;
    private final int replicas;
    private final PrintStream out = System.out;
    private final Map<OwnAlgorithm, Findings> onProcessor = new EnumMap<>(OwnAlgorithm.class);
    private final List<String> differences = new ArrayList<>();

    private AcceleratorBenchmark(Path folder, int replicas) {
        this.folder = folder;
        this.clip = folder.resolve("busy-quarry.mp4");
        this.replicas = replicas;
    }

    public static void main(String... arguments) throws Exception {
        AcceleratorBenchmark benchmark = new AcceleratorBenchmark(
                Files.createDirectories(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
        try {
            // Says at once where CUDA does not work.
            InferenceCost.perFrame(benchmark.folder, OwnAlgorithm.MOTION, AcceleratorChoice.CUDA);
        } catch (InferenceException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        benchmark.writeClip();
        benchmark.run(AcceleratorChoice.CPU);
        benchmark.run(AcceleratorChoice.CUDA);
        benchmark.differences.forEach(System.err::println);
        // ONNX Runtime's threads would hold up the end.
        System.exit(benchmark.differences.isEmpty() ? 0 : 1);
    }

    /** Bare soil below, and above it one thing that moves during the whole clip. */
    private void writeClip() throws IOException {
        Box from = new Box(0.05, 0.15, 0.08, 0.12);
        Box to = new Box(0.85, 0.3, 0.08, 0.12);
        Scene.Thing thing = new Scene.Thing(
                0, CLIP_SECONDS, from, to, DemoScenes.crossing().things().get(0).color());
        Scene scene =
                new Scene("busy-quarry", CLIP_SECONDS, 3, DemoScenes.quarry().patches(), List.of(thing));
        SyntheticVideo.writeAll(folder, List.of(scene));
    }

    private void run(AcceleratorChoice accelerator) throws Exception {
        BenchmarkedNode node = new BenchmarkedNode(folder, accelerator);
        Map<OwnAlgorithm, FileRun> runs = new EnumMap<>(OwnAlgorithm.class);
        try (node) {
            tellCards(accelerator, "nothing loaded", node);
            for (OwnAlgorithm each : OwnAlgorithm.values()) {
                node.load(each, replicas);
                tellCards(accelerator, replicas + " replicas more", node);
                // The first runs are for the compiler.
                node.runFile(each, clip);
                node.runFile(each, clip);
                runs.put(each, node.runFile(each, clip));
            }
            runTogether(accelerator, node);
        }
        for (OwnAlgorithm each : OwnAlgorithm.values()) {
            InferenceCost inference = InferenceCost.perFrame(folder, each, accelerator);
            FileRun whole = runs.get(each);
            Findings findings = node.findings(whole);
            out.printf(
                    "%s %s: ms per frame: bare inference %.2f (CPU %.2f), node %.2f (CPU %.2f); %d findings%n",
                    accelerator,
                    each,
                    inference.wall(),
                    inference.cpu(),
                    whole.wall(),
                    whole.cpu(),
                    findings.results().size());
            compare(accelerator, each, findings);
        }
    }

    private void runTogether(AcceleratorChoice accelerator, BenchmarkedNode node) throws Exception {
        for (int i = 0; i < replicas; i++) {
            node.start(
                    "together-" + i,
                    OwnAlgorithm.MOTION,
                    "VIDEO_FILE",
                    clip.toUri().toString());
        }
        // Nothing is waited for: the card is looked at while all of them run.
        TimeUnit.SECONDS.sleep(2);
        tellCards(accelerator, replicas + " files at once", node);
        out.printf(
                "%s: %d files at once: %.0f frames/s in all%n", accelerator, replicas, node.awaitTogether("together-"));
    }

    private void tellCards(AcceleratorChoice accelerator, String when, BenchmarkedNode node) throws Exception {
        out.printf("%s, %s: %s%n", accelerator, when, node.cards());
    }

    private void compare(AcceleratorChoice accelerator, OwnAlgorithm algorithm, Findings findings) {
        Findings expected = onProcessor.computeIfAbsent(algorithm, a -> findings);
        String difference = findings.differenceFrom(expected);
        if (!difference.isEmpty() || findings.results().isEmpty()) {
            differences.add(algorithm + " on " + accelerator + ": " + difference);
        }
    }
}
