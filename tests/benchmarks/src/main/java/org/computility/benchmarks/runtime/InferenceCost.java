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

/** What ONNX Runtime alone takes for a frame. */
final class InferenceCost {

    private static final int FRAMES = 1000;

    private InferenceCost() {}

    static double millisPerFrame(Path folder) throws Exception {
        Path unpacked = folder.resolve("unpacked");
        Folders.delete(unpacked);
        AlgoPackage described = new AlgoPackageArchive().extract(MotionPackage.write(folder), unpacked);
        Model model = described.capabilities().get(0).model();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (Graph graph = Graph.load(unpacked, model, AcceleratorChoice.CPU);
                StreamInference stream = graph.openStream()) {
            run(stream);
            long begin = threads.getCurrentThreadCpuTime();
            run(stream);
            return (threads.getCurrentThreadCpuTime() - begin) / 1e6 / FRAMES;
        }
    }

    private static void run(StreamInference stream) throws Exception {
        for (int i = 0; i < FRAMES; i++) {
            stream.run();
        }
    }
}
