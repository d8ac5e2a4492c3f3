package org.computility.runtime;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Calls a node as the platform would. */
public final class NodeClient {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final String credential;

    public NodeClient(int port, String credential) {
        this.port = port;
        this.credential = Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer's status and envelope. */
    public record Answer(int status, JsonObject body) {

        public List<JsonObject> list() {
            return body.getJsonArray("Data").getValuesAs(JsonObject.class);
        }

        public String message() {
            return body.getString("Message");
        }
    }

    public Answer call(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                request(path)
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return new Answer(response.statusCode(), reader.readObject());
        }
    }

    public InputStream events() throws IOException, InterruptedException {
        return client.send(request("/Events").build(), BodyHandlers.ofInputStream())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ACSMP" + path))
                .header("Authorization", "Basic " + credential);
    }
}
