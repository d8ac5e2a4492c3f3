package org.computility.connector.accelerator.protocol;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.computility.connector.RuntimeAddress;

/** A runtime of which a test writes the answers. */
public final class FakeNode implements AutoCloseable {

    private static final byte[] END = {};

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<BlockingQueue<byte[]>> streams = new CopyOnWriteArrayList<>();

    public FakeNode() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/ACSMP", this::answer);
        server.createContext("/ACSMP/Events", this::stream);
        server.start();
    }

    public RuntimeAddress address(String computeCode) {
        return new RuntimeAddress(computeCode, "127.0.0.1", server.getAddress().getPort(), "node", "sécret");
    }

    /** Answers that request with Code 0 and the given data. */
    public FakeNode answers(String methodAndPath, String data) {
        return answers(methodAndPath, 200, "{\"Code\":0,\"Message\":\"success\",\"Data\":" + data + "}");
    }

    FakeNode answers(String methodAndPath, int status, String body) {
        answers.put(methodAndPath, new Answer(status, body));
        return this;
    }

    /** {@code METHOD path authorization body} of every call so far. */
    List<String> requests() {
        return requests;
    }

    /** How many event streams were opened so far. */
    public int streamsOpened() {
        return streams.size();
    }

    /** Writes to the stream opened last. */
    public void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) {
        streams.get(streams.size() - 1).add(bytes);
    }

    /** Sends a task event with that many frames. */
    public void sendFrames(long frames) {
        send("event: task\ndata: {\"TaskID\":\"t\",\"Status\":\"RUNNING\",\"Frames\":" + frames + "}\n\n");
    }

    /** Ends the stream opened last. */
    public void endStream() {
        send(END);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String key =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(key + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        Answer answer = answers.getOrDefault(key, new Answer(404, ""));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        BlockingQueue<byte[]> toSend = new LinkedBlockingQueue<>();
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.flush();
            streams.add(toSend);
            for (byte[] next = toSend.take(); next.length > 0; next = toSend.take()) {
                out.write(next);
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
