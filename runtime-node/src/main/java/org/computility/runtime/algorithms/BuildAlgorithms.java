package org.computility.runtime.algorithms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.computility.algopackage.InvalidPackageException;
import org.computility.algopackage.archive.AlgoPackageWriter;

/** Writes both packages into every folder named; the same source gives the same bytes. */
public final class BuildAlgorithms {

    private BuildAlgorithms() {}

    /** The folders to write to; they are made when missing. */
    public static void main(String... folders) throws IOException, InvalidPackageException {
        for (String folder : folders) {
            Path target = Files.createDirectories(Path.of(folder));
            write(target, "motion-in-area", "motion.onnx", Graphs.motion());
            write(target, "bare-soil-share", "bare-soil.onnx", Graphs.bareSoil());
        }
    }

    private static void write(Path target, String name, String graph, byte[] bytes)
            throws IOException, InvalidPackageException {
        try (InputStream yaml = BuildAlgorithms.class.getResourceAsStream(name + ".yaml")) {
            AlgoPackageWriter.write(
                    Map.of("algo.yaml", yaml.readAllBytes(), graph, bytes), target.resolve(name + ".tar"));
        }
    }
}
