package org.computility.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;

/**
 * Requests that end. {@link HttpRequest#timeout} alone is not enough: it ends with the answer's head, and a far end
 * that stops in the middle of the body is then waited for without end.
 */
public final class PatientHttp {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final HttpClient client;
    private final Duration patience;

    /**
     * @param redirects whether a far end may send the node elsewhere
     * @param patience for {@link #send} and {@link #sendAsync} the time from the request to the last byte of its answer, for
     *     {@link #open} the longest silence
     */
    public PatientHttp(HttpClient.Redirect redirects, Duration patience) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .followRedirects(redirects)
                .build();
        this.patience = patience;
    }

    /** The whole answer; fails with {@link HttpTimeoutException} and drops the connection when it is not there in time. */
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest.Builder request, BodyHandler<T> body) {
        CompletableFuture<HttpResponse<T>> exchange = client.sendAsync(request.build(), body);
        CompletableFuture<HttpResponse<T>> answer = exchange.copy();
        ScheduledFuture<?> alarm = Alarms.in(patience, () -> {
            answer.completeExceptionally(
                    new HttpTimeoutException("no whole answer within " + patience.toSeconds() + " s"));
            exchange.cancel(true);
        });
        return answer.whenComplete((response, failure) -> alarm.cancel(false));
    }

    /** As {@link #sendAsync}, and waits for it. */
    public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        try {
            return sendAsync(request, body).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        }
    }

    /**
     * An answer of any length, read as it comes; reading fails with {@link HttpTimeoutException} after a silence. A far end
     * that cannot be reached is a {@link ConnectException} that names it.
     */
    public HttpResponse<InputStream> open(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest whole = request.timeout(patience).build();
        try {
            return client.send(
                    whole,
                    head -> HttpResponse.BodySubscribers.mapping(
                            BodyHandlers.ofInputStream().apply(head), body -> new ImpatientBody(body, patience)));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            // The client's own exceptions have no message, or a message without the address.
            URI to = whole.uri();
            String where = to.getHost() + (to.getPort() < 0 ? "" : ":" + to.getPort());
            ConnectException named = new ConnectException("cannot connect to " + where);
            named.initCause(e);
            throw named;
        }
    }
}
