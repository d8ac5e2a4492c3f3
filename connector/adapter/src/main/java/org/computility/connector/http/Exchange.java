package org.computility.connector.http;

import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;

/** One HTTP request to a runtime, JSON in it, and the answer; every way to get no answer becomes one {@link Reason}. */
public final class Exchange {

    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    private final RuntimeHttp http;
    private final Target target;
    private final Duration timeout;
    private final int largest;

    /** @param timeout from sending to the last byte of the answer */
    public Exchange(RuntimeHttp http, Target target, Duration timeout) {
        this(http, target, timeout, LARGEST_ANSWER);
    }

    /** @param largest how many bytes an answer may have */
    public Exchange(RuntimeHttp http, Target target, Duration timeout, int largest) {
        this.http = http;
        this.target = target;
        this.timeout = timeout;
        this.largest = largest;
    }

    public Answer get(String path) throws RuntimeFailure {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer delete(String path) throws RuntimeFailure {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path, String json) throws RuntimeFailure {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) throws RuntimeFailure {
        HttpRequest request = target.request(path)
                .method(method, body)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .timeout(timeout)
                .build();
        HttpResponse<byte[]> response = await(request);
        return new Answer(about(request), response.statusCode(), response.body());
    }

    /** The request's own time-out ends with the answer's head; this time-out covers a body that stops half way, too. */
    private HttpResponse<byte[]> await(HttpRequest request) throws RuntimeFailure {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.client().sendAsync(request, head -> new LimitedBody(largest));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw translate(request, e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new RuntimeFailure(Reason.TIMED_OUT, about(request) + ": no answer within " + timeout, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new RuntimeFailure(Reason.TIMED_OUT, about(request) + ": interrupted", e);
        }
    }

    private RuntimeFailure translate(HttpRequest request, Throwable cause) {
        if (cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)) {
            return new RuntimeFailure(Reason.TIMED_OUT, about(request) + ": no answer within " + timeout, cause);
        }
        Reason reason = cause instanceof LimitedBody.TooLarge ? Reason.GARBLED : Reason.UNREACHABLE;
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new RuntimeFailure(reason, about(request) + ": " + why, cause);
    }

    private String about(HttpRequest request) {
        return request.method() + " " + request.uri().getPath() + " at " + target;
    }
}
