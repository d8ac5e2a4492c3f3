package org.computility.connector.protocol;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.computility.connector.AcceleratorAddress;
import org.computility.connector.AcceleratorException;
import org.computility.connector.AcceleratorException.Reason;

/** One HTTP request to a runtime and its answer; every way to fail becomes one {@link Reason}. */
final class Exchange {

    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    private final RuntimeHttp http;
    private final AcceleratorAddress address;
    private final Duration timeout;

    Exchange(RuntimeHttp http, AcceleratorAddress address, Duration timeout) {
        this.http = http;
        this.address = address;
        this.timeout = timeout;
    }

    JsonValue get(String path) throws AcceleratorException {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    JsonValue delete(String path) throws AcceleratorException {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    JsonValue post(String path, JsonValue body) throws AcceleratorException {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /** A request to that node, credential shown, without method and time-out. */
    static HttpRequest.Builder request(AcceleratorAddress address, String path) throws AcceleratorException {
        String credential = address.username() + ":" + address.password();
        String basic = Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
        try {
            String base = new URI("http", null, address.host(), address.port(), "/ACSMP", null, null).toASCIIString();
            return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Basic " + basic);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new AcceleratorException(Reason.UNREACHABLE, "Not an address: " + address, e);
        }
    }

    private JsonValue send(String method, String path, HttpRequest.BodyPublisher body) throws AcceleratorException {
        HttpRequest request = request(address, path)
                .method(method, body)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .timeout(timeout)
                .build();
        HttpResponse<byte[]> response = await(request);
        try {
            return Envelope.data(response.statusCode(), response.body());
        } catch (AcceleratorException e) {
            throw new AcceleratorException(e.reason(), about(request) + ": " + e.getMessage(), e.getCause());
        } catch (JsonException | ClassCastException | IllegalArgumentException e) {
            throw new AcceleratorException(Reason.GARBLED, about(request) + ": the answer is no JSON envelope", e);
        }
    }

    /** The request's own time-out ends with the answer's head; this one covers a body that stops half way, too. */
    private HttpResponse<byte[]> await(HttpRequest request) throws AcceleratorException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.client().sendAsync(request, head -> new LimitedBody(LARGEST_ANSWER));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw translate(request, e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new AcceleratorException(Reason.TIMED_OUT, about(request) + ": no answer within " + timeout, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new AcceleratorException(Reason.TIMED_OUT, about(request) + ": interrupted", e);
        }
    }

    private AcceleratorException translate(HttpRequest request, Throwable cause) {
        if (cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)) {
            return new AcceleratorException(Reason.TIMED_OUT, about(request) + ": no answer within " + timeout, cause);
        }
        Reason reason = cause instanceof LimitedBody.TooLarge ? Reason.GARBLED : Reason.UNREACHABLE;
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new AcceleratorException(reason, about(request) + ": " + why, cause);
    }

    private String about(HttpRequest request) {
        return request.method() + " " + request.uri().getPath() + " at " + address;
    }
}
