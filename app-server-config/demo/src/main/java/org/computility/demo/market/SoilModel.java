package org.computility.demo.market;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.InvalidPackageException;
import org.computility.algopackage.Model;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.inference.Graph;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.inference.StreamInference;

/**
 * The bare soil algorithm as a model behind HTTP: takes {@code {"image":"‹Base64 of a picture›"}}, answers {@code
 * {"share":0.25}}.
 */
public final class SoilModel implements AutoCloseable {

    private static final int RGB_BITS = 8;

    private final Graph graph;
    private final StreamInference stream;
    private final HttpServer server;

    private SoilModel(Graph graph) throws InferenceException, IOException {
        this.graph = graph;
        stream = graph.openStream();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/soil", this::answer);
        server.start();
    }

    /** Takes the graph out of the algorithm's package and serves it. */
    public static SoilModel serve(Path archive, Path folder) throws IOException {
        try {
            AlgoPackage described = new AlgoPackageArchive().extract(archive, folder);
            Model model = described.capabilities().get(0).model();
            return new SoilModel(Graph.load(folder, model, AcceleratorChoice.CPU));
        } catch (InvalidPackageException | InferenceException e) {
            throw new IOException("The model cannot be served: " + e.getMessage(), e);
        }
    }

    /** Where it listens. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/soil";
    }

    @Override
    public void close() {
        server.stop(0);
        stream.close();
        graph.close();
    }

    // One at a time: the server has one thread.
    private void answer(HttpExchange exchange) throws IOException {
        int status = 200;
        JsonObject answer;
        try (JsonReader reader = Json.createReader(exchange.getRequestBody())) {
            byte[] picture = Base64.getDecoder().decode(reader.readObject().getString("image"));
            answer = Json.createObjectBuilder().add("share", share(picture)).build();
        } catch (InferenceException | RuntimeException e) {
            status = 400;
            answer = Json.createObjectBuilder()
                    .add("error", String.valueOf(e.getMessage()))
                    .build();
        }
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private double share(byte[] picture) throws IOException, InferenceException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        Model model = graph.model();
        ByteBuffer frame = stream.frame();
        frame.clear();
        for (int y = 0; y < model.height(); y++) {
            for (int x = 0; x < model.width(); x++) {
                int rgb = image.getRGB(x * image.getWidth() / model.width(), y * image.getHeight() / model.height());
                frame.put((byte) (rgb >> 2 * RGB_BITS))
                        .put((byte) (rgb >> RGB_BITS))
                        .put((byte) rgb);
            }
        }
        frame.clear();
        double sum = 0;
        float[] cells = stream.run();
        for (float cell : cells) {
            sum += cell;
        }
        return sum / cells.length;
    }
}
