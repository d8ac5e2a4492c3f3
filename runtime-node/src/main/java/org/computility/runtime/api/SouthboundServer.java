package org.computility.runtime.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.computility.runtime.NodeConfig;
import org.computility.runtime.Refusal;
import org.computility.runtime.monitoring.DeviceMonitor;
import org.computility.runtime.packages.PackageStore;
import org.computility.runtime.services.Services;
import org.computility.runtime.tasks.Tasks;

/** Serves the southbound API over HTTP: finds the operation, checks the credential, puts the envelope around the answer. */
public final class SouthboundServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SouthboundServer.class.getName());
    private static final int LARGEST_BODY = 8 << 20;
    private static final int BACKLOG = 64;

    static {
        // The JDK's server waits for more to send otherwise, 40 ms an answer; and slow senders shall not hold threads.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
    }

    private final HttpServer server;
    private final BasicCredential credential;
    private final List<Operation> operations;
    private final EventStreams events;
    private final SouthboundOperations southbound;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "southbound");
        thread.setDaemon(true);
        return thread;
    });

    public SouthboundServer(
            NodeConfig config,
            DeviceMonitor monitor,
            PackageStore packages,
            Services services,
            Tasks tasks,
            EventStreams events)
            throws IOException {
        this.credential = new BasicCredential(config.username(), config.password());
        this.events = events;
        this.southbound = new SouthboundOperations(monitor, packages, services, tasks);
        this.operations = southbound.all();
        this.server = HttpServer.create(new InetSocketAddress(config.bind(), config.port()), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** Begins to answer. */
    public void start() {
        server.start();
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        events.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!credential.isShownBy(exchange)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"node\"");
                answer(exchange, 401, "The credential shared at registration is needed", JsonValue.NULL);
            } else if (path.equals("/ACSMP/Events")
                    && exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                events.serve(exchange.getResponseBody(), southbound::states);
            } else {
                operate(exchange, path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The caller is gone: {0}", e.toString());
        }
    }

    private void operate(HttpExchange exchange, String path) throws IOException {
        try {
            boolean known = false;
            for (Operation each : operations) {
                String argument = each.argument(path);
                known |= argument != null;
                if (argument != null && each.method().equals(exchange.getRequestMethod())) {
                    JsonValue data = each.action().run(argument, body(exchange));
                    answer(exchange, 200, "success", data);
                    return;
                }
            }
            answer(exchange, known ? 405 : 404, "There is no such operation", JsonValue.NULL);
        } catch (Refusal e) {
            answer(exchange, e.status(), e.getMessage(), JsonValue.NULL);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "An operation failed", e);
            answer(exchange, 500, "The node failed: " + e, JsonValue.NULL);
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException, Refusal {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw Refusal.invalid("The body has more than " + LARGEST_BODY + " bytes");
            }
            return body;
        }
    }

    private static void answer(HttpExchange exchange, int status, String message, JsonValue data) throws IOException {
        byte[] body = Envelope.of(status, message, data).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
