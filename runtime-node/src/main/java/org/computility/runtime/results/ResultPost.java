package org.computility.runtime.results;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.computility.runtime.http.PatientHttp;

/** One POST of results; never blocks, so that a receiver that hangs holds up nobody else. */
final class ResultPost {

    /** Stands for the platform in the spool, because its address and token may change while results wait. */
    static final String PLATFORM = "platform";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<Integer> LATER = Set.of(401, 408, 429);

    /** What became of it. */
    enum Outcome {
        TAKEN,
        LATER,
        /** The results will never be taken. */
        NEVER
    }

    private final PlatformDoor platform;
    private final PatientHttp http;

    ResultPost(PlatformDoor platform) {
        this(platform, PATIENCE);
    }

    ResultPost(PlatformDoor platform, Duration patience) {
        this.platform = platform;
        this.http = new PatientHttp(HttpClient.Redirect.NEVER, patience);
    }

    boolean hasPlatform() {
        return platform.results() != null;
    }

    CompletableFuture<Outcome> send(String receiver, List<byte[]> results) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body(results)));
        if (!receiver.equals(PLATFORM)) {
            return send(request.uri(URI.create(receiver)), null);
        }
        String token = platform.token();
        if (token == null || platform.results() == null) {
            return CompletableFuture.completedFuture(Outcome.LATER);
        }
        return send(request.uri(platform.results()).header("X-Auth-Token", token), token);
    }

    private CompletableFuture<Outcome> send(HttpRequest.Builder request, String token) {
        return http.sendAsync(request, BodyHandlers.discarding()).handle((response, failure) -> {
            if (failure != null) {
                return Outcome.LATER;
            }
            if (response.statusCode() == 401 && token != null) {
                platform.tokenRefused(token);
            }
            return outcome(response.statusCode(), token == null || isJson(response));
        });
    }

    private static Outcome outcome(int status, boolean spokenByReceiver) {
        if (status >= 200 && status < 300) {
            return Outcome.TAKEN;
        }
        boolean forGood = status >= 400 && status < 500 && !LATER.contains(status) && spokenByReceiver;
        return forGood ? Outcome.NEVER : Outcome.LATER;
    }

    /** The platform refuses in JSON; anything else comes from a server that is starting, or from a proxy before it. */
    private static boolean isJson(HttpResponse<Void> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.matches("(?i)application/([a-z.-]+\\+)?json\\b.*");
    }

    private static byte[] body(List<byte[]> results) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"results\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < results.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            body.writeBytes(results.get(i));
        }
        body.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
