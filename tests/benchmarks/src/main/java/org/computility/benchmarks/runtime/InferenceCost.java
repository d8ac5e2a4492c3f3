package org.computility.benchmarks.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.Folders;
import org.computility.algopackage.Model;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.inference.Graph;
import org.computility.runtime.inference.StreamInference;

/**
 * What ONNX Runtime alone takes for a frame.
 *
 * @param cpu milliseconds of the processor
 * @param wall milliseconds until the answer is there
 */
record InferenceCost(double cpu, double wall) {

    private static final int FRAMES = 1000;

    static InferenceCost perFrame(Path folder, OwnAlgorithm algorithm, AcceleratorChoice accelerator) throws Exception {
        Path unpacked = folder.resolve("unpacked");
        Folders.delete(unpacked);
        AlgoPackage described = new AlgoPackageArchive().extract(algorithm.write(folder), unpacked);
        Model model = described.capabilities().get(0).model();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (Graph graph = Graph.load(unpacked, model, accelerator);
                StreamInference stream = graph.openStream()) {
            run(stream);
            long begin = System.nanoTime();
            long cpu = threads.getCurrentThreadCpuTime();
            run(stream);
            return new InferenceCost(
                    (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / FRAMES,
                    (System.nanoTime() - begin) / 1e6 / FRAMES);
        }
    }

    private static void run(StreamInference stream) throws Exception {
        for (int i = 0; i < FRAMES; i++) {
            stream.run();
        }
    }
}
