package org.computility.connector.jobs.protocol.slurm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes requests on, and answers back, except for one path: there the answer is lost, and something else happens. */
final class CutConnection implements AutoCloseable {

    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI to;
    private final String cut;
    private final Runnable then;
    private final List<String> paths = new CopyOnWriteArrayList<>();

    CutConnection(URI to, String cut, Runnable then) throws IOException {
        this.to = to;
        this.cut = cut;
        this.then = then;
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was asked for so far, without the interface and its version. */
    List<String> paths() {
        return paths;
    }

    private void pass(HttpExchange exchange) throws IOException {
        paths.add(exchange.getRequestURI().getPath().replaceFirst("^/slurm/v[0-9.]+/", ""));
        HttpResponse<byte[]> answer = asked(exchange);
        if (exchange.getRequestURI().getPath().endsWith(cut)) {
            then.run();
            // Without an answer.
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private HttpResponse<byte[]> asked(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(to.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String header : new String[] {"X-SLURM-USER-NAME", "X-SLURM-USER-TOKEN", "Content-Type"}) {
            request.header(header, exchange.getRequestHeaders().getFirst(header));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
