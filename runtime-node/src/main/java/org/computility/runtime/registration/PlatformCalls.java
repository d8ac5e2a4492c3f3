package org.computility.runtime.registration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.computility.runtime.JsonText;
import org.computility.runtime.NodeConfig;
import org.computility.runtime.http.PatientHttp;

/** The calls of T/BAX 0006.5 B.1 to B.3. */
final class PlatformCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI platform;
    private final PatientHttp http;

    PlatformCalls(URI platform) {
        this(platform, PATIENCE);
    }

    PlatformCalls(URI platform, Duration patience) {
        this.platform = platform;
        this.http = new PatientHttp(HttpClient.Redirect.NEVER, patience);
    }

    /** What the platform said. */
    record Answer(int status, JsonObject body) {

        boolean isSuccess() {
            return status >= 200 && status < 300 && body.getInt("Code", -1) == 0;
        }

        /** The token that the answer carries, or the given one. */
        String token(String otherwise) {
            return body.get("Data") instanceof JsonObject data ? data.getString("Token", otherwise) : otherwise;
        }

        String message() {
            return "HTTP " + status + ", " + body.getString("Message", "no message");
        }
    }

    Answer register(NodeConfig node) throws IOException, InterruptedException {
        JsonObject body = Json.createObjectBuilder()
                .add("Code", node.code())
                .add("Type", node.type())
                .add("IP", node.host())
                .add("Port", node.port())
                .add("Username", node.username())
                .add("Password", node.password())
                .add("SupportAlgoService", true)
                .build();
        return call("Register", body, null);
    }

    Answer keepAlive(NodeConfig node, String token) throws IOException, InterruptedException {
        return call(
                "Keepalive", Json.createObjectBuilder().add("Code", node.code()).build(), token);
    }

    Answer unregister(NodeConfig node) throws IOException, InterruptedException {
        JsonObject body = Json.createObjectBuilder()
                .add("Code", node.code())
                .add("Username", node.username())
                .add("Password", node.password())
                .build();
        return call("UnRegister", body, null);
    }

    Answer call(String operation, JsonObject body, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.resolve("/ACSMP/" + operation))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        if (token != null) {
            request.header("X-Auth-Token", token);
        }
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(
                response.statusCode(), JsonText.object(response.body()).orElse(JsonObject.EMPTY_JSON_OBJECT));
    }
}
