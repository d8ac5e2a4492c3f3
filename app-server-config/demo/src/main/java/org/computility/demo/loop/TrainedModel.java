package org.computility.demo.loop;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.InvalidPackageException;
import org.computility.algopackage.Model;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.computility.algopackage.archive.AlgoPackageWriter;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.inference.Graph;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.inference.StreamInference;

/** What the training job left, packed as an algorithm. */
public final class TrainedModel {

    public static final String PACKAGE_ID = "1101080000508000000120261129000000000003";
    public static final String CAPABILITY = "DEMO-THING_IN_AREA-1.0.0";

    private static final String GRAPH = "model.onnx";

    private final Path archive;
    private final List<String> classes;

    private TrainedModel(Path archive, List<String> classes) {
        this.archive = archive;
        this.classes = List.copyOf(classes);
    }

    /** Makes a package of the graph in the job's result. */
    public static TrainedModel pack(Path result, Path target) throws IOException {
        Map<String, byte[]> files = unzip(result);
        List<String> classes = new String(files.get("classes.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        try (InputStream yaml = TrainedModel.class.getResourceAsStream("thing-in-area.yaml")) {
            String described = new String(yaml.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${classes}", String.join(", ", classes));
            byte[] description = described.getBytes(StandardCharsets.UTF_8);
            AlgoPackageWriter.write(Map.of("algo.yaml", description, "things.onnx", files.get(GRAPH)), target);
        } catch (InvalidPackageException e) {
            throw new IOException("The package is not one: " + e.getMessage(), e);
        }
        return new TrainedModel(target, classes);
    }

    /** The package. */
    public Path archive() {
        return archive;
    }

    /** How many of the pieces the graph tells rightly, run as nodes run it. */
    public int right(List<Frames.Piece> pieces, Path folder) throws IOException {
        try {
            AlgoPackage described = new AlgoPackageArchive().extract(archive, folder);
            Model model = described.capabilities().get(0).model();
            try (Graph graph = Graph.load(folder, model, AcceleratorChoice.CPU);
                    StreamInference stream = graph.openStream()) {
                int right = 0;
                for (Frames.Piece piece : pieces) {
                    fill(stream.frame(), piece.png());
                    right += meaning(stream.run()).getString("class").equals(piece.label()) ? 1 : 0;
                }
                return right;
            }
        } catch (InvalidPackageException | InferenceException e) {
            throw new IOException("The graph cannot be run: " + e.getMessage(), e);
        }
    }

    /** What the graph's scores mean. */
    public JsonObject meaning(float[] scores) {
        int best = IntStream.range(0, scores.length)
                .reduce((one, other) -> scores[one] >= scores[other] ? one : other)
                .orElseThrow();
        return Json.createObjectBuilder()
                .add("class", classes.get(best))
                .add("score", scores[best])
                .build();
    }

    private static void fill(ByteBuffer frame, byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        frame.clear();
        for (int i = 0; i < Frames.SIDE * Frames.SIDE; i++) {
            int rgb = image.getRGB(i % Frames.SIDE, Math.floorDiv(i, Frames.SIDE));
            frame.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
        }
        frame.clear();
    }

    private static Map<String, byte[]> unzip(Path result) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream in = Files.newInputStream(result);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        for (String each : List.of(GRAPH, "classes.txt")) {
            if (!files.containsKey(each)) {
                throw new IOException("The job left no " + each + ", only " + files.keySet());
            }
        }
        return files;
    }
}
