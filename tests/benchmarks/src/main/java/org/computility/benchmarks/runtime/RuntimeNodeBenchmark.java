package org.computility.benchmarks.runtime;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;

/**
 * Benchmark (a): processor time per frame against FFmpeg and bare inference, and how many live streams a node sustains.
 *
 * <p>Arguments: a work folder, seconds of each live run, the numbers of streams to try ({@code 8,10,12}). Run it from the
 * project's root, on an otherwise idle machine.
 */
public final class RuntimeNodeBenchmark {

    private static final int CLIP_SECONDS = 40;

    private final Path folder;
    private final PrintStream out = System.out;

    private RuntimeNodeBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        RuntimeNodeBenchmark benchmark = new RuntimeNodeBenchmark(Files.createDirectories(Path.of(arguments[0])));
        int seconds = Integer.parseInt(arguments[1]);
        benchmark.out.printf(
                "%d processors, load %.2f%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        benchmark.writeClip();
        benchmark.costPerFrame();
        for (String streams : arguments[2].split(",")) {
            benchmark.liveStreams(Integer.parseInt(streams), seconds);
        }
    }

    /** One thing crosses the picture during the whole clip: motion on every frame. */
    private void writeClip() throws IOException {
        Box from = new Box(0.05, 0.3, 0.08, 0.12);
        Box to = new Box(0.85, 0.6, 0.08, 0.12);
        Scene.Thing thing = new Scene.Thing(
                0, CLIP_SECONDS, from, to, DemoScenes.crossing().things().get(0).color());
        SyntheticVideo.writeAll(folder, List.of(new Scene("busy", CLIP_SECONDS, 3, List.of(), List.of(thing))));
    }

    private void costPerFrame() throws Exception {
        Path clip = folder.resolve("busy.mp4");
        double ffmpeg = FfmpegCost.millisPerFrame(clip, CLIP_SECONDS * SyntheticVideo.RATE);
        double inference = InferenceCost.perFrame(folder, OwnAlgorithm.MOTION, AcceleratorChoice.CPU)
                .cpu();
        double node;
        long results;
        try (BenchmarkedNode benchmarked = new BenchmarkedNode(folder, AcceleratorChoice.CPU)) {
            benchmarked.load(OwnAlgorithm.MOTION, 1);
            // The first runs are for the compiler.
            benchmarked.runFile(OwnAlgorithm.MOTION, clip);
            benchmarked.runFile(OwnAlgorithm.MOTION, clip);
            long before = benchmarked.resultsReceived();
            node = benchmarked.runFile(OwnAlgorithm.MOTION, clip).cpu();
            results = benchmarked.resultsReceived() - before;
        }
        out.printf(
                "CPU ms per frame: ffmpeg decode+scale %.2f, bare inference %.2f, node %.2f; ratio %.2f; %d results posted%n",
                ffmpeg, inference, node, node / (ffmpeg + inference), results);
    }

    private void liveStreams(int streams, int seconds) throws Exception {
        try (RtspSource source = new RtspSource(folder);
                BenchmarkedNode node = new BenchmarkedNode(folder, AcceleratorChoice.CPU)) {
            node.load(OwnAlgorithm.MOTION, (streams + 3) / 4);
            for (int i = 0; i < streams; i++) {
                node.start("live-" + i, OwnAlgorithm.MOTION, "VIDEO_REALTIME", source.url("busy"));
            }
            node.awaitAllRunning(streams);
            List<JsonObject> before = node.tasks();
            long results = node.resultsReceived();
            double cpu = BenchmarkedNode.cpuSeconds();
            long begin = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            List<JsonObject> after = node.tasks();
            double wall = (System.nanoTime() - begin) / 1e9;
            report(streams, before, after, wall, (BenchmarkedNode.cpuSeconds() - cpu) / wall);
            out.printf("  %.1f results/s posted%n", (node.resultsReceived() - results) / wall);
        }
    }

    private void report(int streams, List<JsonObject> before, List<JsonObject> after, double wall, double cores) {
        double[] rates = new double[streams];
        double[] lags = new double[streams];
        int dropped = 0;
        for (int i = 0; i < streams; i++) {
            rates[i] = (after.get(i).getInt("Frames") - before.get(i).getInt("Frames")) / wall;
            lags[i] = after.get(i).getJsonNumber("LongestLag").doubleValue();
            dropped += after.get(i).getInt("DroppedFrames") - before.get(i).getInt("DroppedFrames");
        }
        Arrays.sort(rates);
        Arrays.sort(lags);
        out.printf(
                "%d streams for %.0f s: slowest %.1f frames/s, %d dropped, longest lag %.0f ms, %.2f cores%n",
                streams, wall, rates[0], dropped, lags[streams - 1] * 1000, cores);
    }
}
