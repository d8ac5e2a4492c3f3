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
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.InvalidPackageException;
import org.computility.algopackage.Model;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.inference.Graph;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.inference.StreamInference;

/** An algorithm as a model behind HTTP: takes {@code {"image":"‹Base64 of a picture›"}}, answers what it makes of the graph's output. */
public final class PictureModel implements AutoCloseable {

    private static final int RGB_BITS = 8;

    private final Graph graph;
    private final StreamInference stream;
    private final HttpServer server;

    private final Function<float[], JsonObject> meaning;

    private PictureModel(Graph graph, Function<float[], JsonObject> meaning) throws InferenceException, IOException {
        this.graph = graph;
        this.meaning = meaning;
        stream = graph.openStream();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/model", this::answer);
        server.start();
    }

    /**
     * Takes the graph out of the algorithm's package and serves it.
     *
     * @param meaning of the graph's output
     */
    public static PictureModel serve(Path archive, Path folder, Function<float[], JsonObject> meaning)
            throws IOException {
        try {
            AlgoPackage described = new AlgoPackageArchive().extract(archive, folder);
            Model model = described.capabilities().get(0).model();
            return new PictureModel(Graph.load(folder, model, AcceleratorChoice.CPU), meaning);
        } catch (InvalidPackageException | InferenceException e) {
            throw new IOException("The model cannot be served: " + e.getMessage(), e);
        }
    }

    /** Where it listens. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/model";
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
            answer = meaning.apply(look(picture));
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

    private float[] look(byte[] picture) throws IOException, InferenceException {
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
        return stream.run();
    }
}
