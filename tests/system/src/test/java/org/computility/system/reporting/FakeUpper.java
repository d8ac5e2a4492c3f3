package org.computility.system.reporting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A monitoring platform of somebody else, written from the printed tables: it takes, refuses, or is away. */
final class FakeUpper implements AutoCloseable {

    static final String PASSWORD = "of the lower platform";

    private static final String TOKEN = "upper-token";
    private static final String BOOKS = "/base/platform/v1/federation/books";

    private final HttpServer server;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Integer> centers = new ConcurrentHashMap<>();
    private final Queue<JsonObject> changes = new ConcurrentLinkedQueue<>();
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    /** Figures by {@code 2025-10} and center, as they were sent, without what is beside them. */
    private final Map<String, Map<Integer, String>> books = new ConcurrentHashMap<>();

    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private volatile String awayFor = "";
    private volatile String refuses = "";
    private volatile String losesAnswersOf = "";

    FakeUpper() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/base/api/", this::answer);
        server.createContext(BOOKS, this::tellBooks);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/base";
    }

    /** The status is 503 for a report of that month and center, until another is named. */
    void isAwayFor(String center, String month) {
        awayFor = report(center, month);
    }

    /** Reports of that month and center are refused, until another is named. */
    void refuses(String center, String month) {
        refuses = report(center, month);
    }

    /** A center of that name is created there, and nobody hears of it, whoever asks. */
    void losesAnswersOf(String center) {
        losesAnswersOf = center;
    }

    /** What it took of that month and center is gone. */
    void loses(String center, String month) {
        books.get(month).remove(centers.get(center));
    }

    void doesAsItShould() {
        awayFor = "";
        losesAnswersOf = "";
        refuses = "";
    }

    /** The reports of a center that it took, {@code center 2025-10}, in their order. */
    List<String> taken(String center) {
        return taken.stream().filter(report -> report.startsWith(center + " ")).toList();
    }

    /** How often a center was created or changed. */
    List<JsonObject> changes(String center) {
        return changes.stream()
                .filter(change -> change.getString("name").equals(center))
                .toList();
    }

    /** Calls without a token, or with a signature that is wrong or came before. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonObject said = body.isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : Reporter.object(body);
            String path = call.getRequestURI().getPath().substring("/base".length());
            if (path.equals("/api/token")) {
                boolean known = said.getString("password").equals(PASSWORD);
                reply(
                        call,
                        known ? 200 : 401,
                        known ? "\"token\":\"" + TOKEN + "\",\"expiresIn\":60" : "",
                        known ? 200 : 10001);
                return;
            }
            check(call, body);
            switch (call.getRequestMethod() + " " + path) {
                case "POST /api/computePowerCenter" -> {
                    String name = said.getString("name");
                    changes.add(said);
                    int id = centers.computeIfAbsent(name, fresh -> ids.incrementAndGet());
                    boolean lost = name.equals(losesAnswersOf);
                    reply(call, lost ? 503 : 200, "\"data\":\"" + id + "\"", 200);
                }
                case "GET /api/computePowerCenter" -> {
                    String name = call.getRequestURI().getQuery().substring("name=".length());
                    reply(
                            call,
                            name.equals(losesAnswersOf) ? 503 : 200,
                            "\"data\":{\"datalist\":["
                                    + (centers.containsKey(name)
                                            ? "{\"id\":" + centers.get(name) + ",\"name\":\"" + name + "\"}"
                                            : "")
                                    + "]}",
                            200);
                }
                case "PUT /api/computePowerCenter" -> {
                    changes.add(said);
                    reply(call, 200, "", 200);
                }
                case "POST /api/monthReport" -> take(call, said);
                default -> reply(call, 404, "", 99999);
            }
        }
    }

    private void take(HttpExchange call, JsonObject said) throws IOException {
        String center = centers.entrySet().stream()
                .filter(known -> known.getValue() == said.getInt("centerId"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        String report = report(center, said.getString("reportMonth"));
        if (report.equals(awayFor)) {
            reply(call, 503, "", 99999);
        } else if (report.equals(refuses)) {
            reply(call, 400, "", 99999);
        } else {
            taken.add(report);
            JsonObject figures = Json.createObjectBuilder(said)
                    .remove("centerId")
                    .remove("reportMonth")
                    .build();
            books.computeIfAbsent(said.getString("reportMonth"), month -> new ConcurrentSkipListMap<>())
                    .put(said.getInt("centerId"), sha256(figures.toString()));
            // The table prints no data.
            reply(call, 200, "", 200);
        }
    }

    /** As one of our kind does. */
    private void tellBooks(HttpExchange call) throws IOException {
        try (call) {
            String month =
                    call.getRequestURI().getPath().substring(BOOKS.length()).replace("/", "");
            String items = month.isEmpty()
                    ? books.entrySet().stream()
                            .map(one -> "{\"reportMonth\":\"" + one.getKey() + "\",\"reports\":"
                                    + one.getValue().size() + ",\"hash\":\"" + sha256(lines(one.getValue())) + "\"}")
                            .collect(Collectors.joining(","))
                    : books.getOrDefault(month, Map.of()).entrySet().stream()
                            .map(one -> "{\"centerId\":" + one.getKey() + ",\"hash\":\"" + one.getValue()
                                    + "\",\"knownOn\":1}")
                            .collect(Collectors.joining(","));
            if (!TOKEN.equals(call.getRequestHeaders().getFirst("X-Auth-Token"))) {
                wrong.add(call.getRequestURI().toString());
            }
            reply(call, 200, "\"items\":[" + items + "]", 200);
        }
    }

    private static String lines(Map<Integer, String> month) {
        return month.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void check(HttpExchange call, String body) {
        String time = call.getRequestHeaders().getFirst("sign-time");
        String nonce = call.getRequestHeaders().getFirst("sign-nonce");
        URI uri = URI.create("http://h" + call.getRequestURI());
        String sign = Signer.sign(TOKEN, call.getRequestMethod(), uri, body, time, nonce);
        if (!TOKEN.equals(call.getRequestHeaders().getFirst("token"))
                || !sign.equals(call.getRequestHeaders().getFirst("sign"))
                || !nonces.add(nonce)) {
            wrong.add(call.getRequestURI() + " " + body);
        }
    }

    private static void reply(HttpExchange call, int status, String more, int code) throws IOException {
        String msg = code == 200 ? "success" : "不可用";
        byte[] answer = ("{\"code\":" + code + ",\"msg\":\"" + msg + "\"" + (more.isEmpty() ? "" : "," + more) + "}")
                .getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, answer.length);
        call.getResponseBody().write(answer);
    }

    private static String report(String center, String month) {
        return center + " " + month;
    }
}
