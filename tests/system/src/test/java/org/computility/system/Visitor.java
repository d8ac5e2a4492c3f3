package org.computility.system;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Somebody who calls the platform, with a token or without. Paths are relative to its root: {@code "ACSMP/Register"}. */
public final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JSON = "application/json";

    private final URI baseUri;
    private final Optional<String> token;

    public Visitor(URI baseUri, Optional<String> token) {
        this.baseUri = baseUri;
        this.token = token;
    }

    /** Its token, for whoever signs with it; empty for nobody. */
    public Optional<String> token() {
        return token;
    }

    /** GET. */
    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** DELETE. */
    public Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** POST without a body. */
    public Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()).build());
    }

    /** POST with a JSON body. */
    public Answer post(String path, JsonStructure body) {
        return send("POST", path, JSON, BodyPublishers.ofString(body.toString()));
    }

    /** POST with any text as the JSON body, for bodies that are none. */
    public Answer post(String path, String body) {
        return send("POST", path, JSON, BodyPublishers.ofString(body));
    }

    /** PUT with a JSON body. */
    public Answer put(String path, JsonStructure body) {
        return send("PUT", path, JSON, BodyPublishers.ofString(body.toString()));
    }

    /** PATCH with a JSON body. */
    public Answer patch(String path, JsonStructure body) {
        return send("PATCH", path, JSON, BodyPublishers.ofString(body.toString()));
    }

    /** Any method, content type and body. */
    public Answer send(String method, String path, String contentType, BodyPublisher body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .method(method, body)
                .build());
    }

    /** Any request; {@link #request} begins one. */
    public Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            return new Answer(
                    Family.of(request.uri().getPath()), response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request of this visitor, with the token, to that path. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(baseUri.resolve(path)).timeout(PATIENCE);
        token.ifPresent(value -> request.header(Family.of(path).tokenHeader(), value));
        return request;
    }
}
