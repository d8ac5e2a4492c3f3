package org.computility.benchmarks.jobs;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.computility.benchmarks.load.Load;
import org.computility.benchmarks.load.PlatformDatabase;
import org.computility.benchmarks.load.Times;
import org.computility.system.Platform;

/**
 * What the platform's proxy adds to a call of a service: the same calls, in turn, through the proxy and of the replica itself, at the address where
 * the proxy finds it. The service runs on this machine; its program keeps connections open. A first round does not count.
 *
 * <p>Arguments: the platform's URL, the administrator's password; the database: JDBC URL, user, password; calls at once; seconds of each
 * measurement; rounds.
 */
public final class ProxyBenchmark {

    private static final byte[] MEBIBYTE = new byte[1 << 20];
    private static final byte[] FIRST_EVENT = "data: first\n\n".getBytes(StandardCharsets.UTF_8);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BenchmarkCenter center;
    private final String job;
    private final Map<String, URI> ways;

    private ProxyBenchmark(Platform platform, PlatformDatabase database) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("services-").toRealPath();
        center = new BenchmarkCenter(platform, Json.createObjectBuilder().add("location", "process:" + folder), 512);
        var created = center.user()
                .post(
                        "onlineJob",
                        Json.createObjectBuilder()
                                .add("jobName", platform.freshName("online"))
                                .add(
                                        "config",
                                        center.config("cat >service.py <<'END'\n" + program()
                                                + "END\nexec python3 service.py"))
                                .build())
                .expect(200)
                .json()
                .getJsonObject("metadata");
        job = created.getString("id");
        BenchmarkCenter.await(() -> center.user()
                .get("platform/v1/jobs/" + job)
                .expect(200)
                .json()
                .getString("status")
                .equals("RUNNING"));
        ways = Map.of(
                "directly", URI.create(endpoint(database, job)),
                "through the proxy", URI.create(created.getString("url")));
    }

    public static void main(String... arguments) throws Exception {
        ProxyBenchmark benchmark = new ProxyBenchmark(
                Platform.running(arguments[0], arguments[1]),
                new PlatformDatabase(Arrays.copyOfRange(arguments, 2, 5)));
        try {
            int atOnce = Integer.parseInt(arguments[5]);
            int seconds = Integer.parseInt(arguments[6]);
            benchmark.round(new Times(), atOnce, seconds);
            Times times = new Times();
            for (int round = 1; round <= Integer.parseInt(arguments[7]); round++) {
                benchmark.round(times, atOnce, seconds);
            }
            System.out.println(atOnce + " at once");
            times.print();
        } finally {
            benchmark.stop();
        }
        System.exit(0);
    }

    private void round(Times times, int atOnce, int seconds) throws Exception {
        for (String way : ways.keySet().stream().sorted().toList()) {
            URI base = ways.get(way);
            Load.run(atOnce, seconds, thread -> times.time("GET " + way, () -> get(base)));
        }
        for (String way : ways.keySet().stream().sorted().toList()) {
            URI base = ways.get(way);
            Load.run(atOnce, seconds, thread -> times.time("POST of 1 MiB " + way, () -> post(base)));
        }
        for (String way : ways.keySet().stream().sorted().toList()) {
            URI base = ways.get(way);
            Load.run(atOnce, seconds, thread -> times.time("answer of 1 MiB " + way, () -> large(base)));
        }
        for (String way : ways.keySet().stream().sorted().toList()) {
            URI base = ways.get(way);
            Load.run(atOnce, seconds, thread -> firstEvent(times, "first event " + way, base));
        }
    }

    private Object get(URI base) {
        return checked(send(request(base, "").build()), 3);
    }

    private Object post(URI base) {
        return checked(
                send(request(base, "take")
                        .POST(BodyPublishers.ofByteArray(MEBIBYTE))
                        .build()),
                7);
    }

    private Object large(URI base) {
        return checked(send(request(base, "large").build()), MEBIBYTE.length);
    }

    /** From the call until the event is here; the rest of the stream is read, but not counted. */
    private void firstEvent(Times times, String what, URI base) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (InputStream events = http.send(request(base, "events").build(), BodyHandlers.ofInputStream())
                .body()) {
            if (!Arrays.equals(events.readNBytes(FIRST_EVENT.length), FIRST_EVENT)) {
                throw new IllegalStateException("another event");
            }
            times.add(what, System.nanoTime() - begin);
            events.readAllBytes();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Object checked(HttpResponse<byte[]> answer, int length) {
        if (answer.statusCode() != 200 || answer.body().length != length) {
            throw new IllegalStateException(answer + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    private HttpRequest.Builder request(URI base, String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("X-Auth-Token", center.token());
    }

    private void stop() {
        center.user().post("platform/v1/jobs/" + job + "/stop").expect(200);
        BenchmarkCenter.await(
                () -> center.user().delete("platform/v1/jobs/" + job).status() == 204);
        center.remove();
    }

    private static String endpoint(PlatformDatabase database, String job) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select endpoint from job_task where job_id = ? and serving")) {
            query.setObject(1, UUID.fromString(job));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                String where = row.getString(1);
                return (where.contains("://") ? where : "http://" + where) + "/";
            }
        }
    }

    private static String program() throws IOException {
        try (InputStream text = ProxyBenchmark.class.getResourceAsStream("service.py")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
