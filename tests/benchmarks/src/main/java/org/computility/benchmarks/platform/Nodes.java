package org.computility.benchmarks.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Registers many nodes at a platform, over HTTP as devices do. */
final class Nodes {

    private static final Pattern TOKEN = Pattern.compile("\"[Tt]oken\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final int AT_ONCE = 16;
    private static final int KEEPALIVE_SECONDS = 20;
    private static final String NAME = "keepalive-benchmark";
    private static final String PASSWORD = "benchmark of 20000";

    /** A registered node. */
    record Node(String code, String token) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI platform;
    private final IntUnaryOperator port;
    private final Collection<Node> registered = new ConcurrentLinkedQueue<>();

    /** The nodes' own APIs are on this machine, at the port of the node's number. */
    Nodes(URI platform, IntUnaryOperator port) {
        this.platform = platform;
        this.port = port;
    }

    /**
     * That many nodes, all of one device account; a second run finds the account and registers the same nodes again. Those
     * that are registered keep alive until the last one is.
     */
    List<Node> register(int count, String adminPassword) throws InterruptedException {
        String admin = find(TOKEN, post("platform/v1/tokens", null, """
                {"username":"admin","password":"%s"}""".formatted(adminPassword)));
        if (!logsIn()) {
            String organisation = find(ID, post("platform/v1/organisations", admin, """
                    {"name":"%s"}""".formatted(NAME)));
            post("platform/v1/accounts", admin, """
                    {"username":"%s","password":"%s","organisationId":"%s","roles":["DEVICE"]}""".formatted(NAME, PASSWORD, organisation));
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor();
        keeper.scheduleWithFixedDelay(this::keepAlive, 0, KEEPALIVE_SECONDS, TimeUnit.SECONDS);
        try {
            List<Callable<Node>> all = IntStream.range(0, count)
                    .<Callable<Node>>mapToObj(
                            i -> () -> register("11010801005020%06d".formatted(i), port.applyAsInt(i)))
                    .toList();
            return threads.invokeAll(all).stream().map(Nodes::done).toList();
        } finally {
            keeper.shutdownNow();
            threads.shutdownNow();
        }
    }

    private void keepAlive() {
        for (Node node : registered) {
            post("ACSMP/Keepalive", node.token(), """
                    {"Code":"%s"}""".formatted(node.code()));
        }
    }

    private Node register(String code, int at) {
        String answer = post("ACSMP/Register", null, """
                {"Code":"%s","Type":"CAP","IP":"127.0.0.1","Port":%d,"Username":"%s","Password":"%s"}""".formatted(code, at, NAME, PASSWORD));
        Node node = new Node(code, find(TOKEN, answer));
        registered.add(node);
        return node;
    }

    private boolean logsIn() {
        return send("platform/v1/tokens", null, """
                {"username":"%s","password":"%s"}""".formatted(NAME, PASSWORD)).statusCode() < 300;
    }

    private String post(String path, String token, String body) {
        HttpResponse<String> answer = send(path, token, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("X-Auth-Token", token);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static Node done(Future<Node> node) {
        try {
            return node.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
