package org.computility.shared.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * Calls of services behind URLs that users gave, on behalf of somebody else. Each passes the {@link OutboundGuard}; redirects
 * are not followed, since what was posted is not for others.
 */
@ApplicationScoped
public class OutboundCalls {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    @Inject
    OutboundGuard guard;

    // HTTP/1.1: an offer to upgrade beside a body is more than some servers understand.
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_PATIENCE)
            .build();

    /**
     * Posts, and waits for the whole answer, whatever its status.
     *
     * @param room is asked for each part of a long answer
     * @throws Rejected as {@link #open}
     */
    public OutboundAnswer post(
            Member member,
            String url,
            Map<String, String> headers,
            byte[] body,
            OutboundLimits limits,
            OutboundRoom room)
            throws OutboundFailed {
        return send(member, "POST", url, headers, body, limits, room);
    }

    /** The same with a method of the caller's choice. */
    public OutboundAnswer send(
            Member member,
            String method,
            String url,
            Map<String, String> headers,
            byte[] body,
            OutboundLimits limits,
            OutboundRoom room)
            throws OutboundFailed {
        try (OutboundStream answer = open(member, method, url, headers, body, limits)) {
            return answer.whole(room);
        }
    }

    /**
     * Posts, and waits until the answer begins, whatever its status. What comes of it later than the limits say, or beyond
     * them, is cut.
     *
     * @param member that names the URL
     * @throws Rejected {@code url-refused} where the URL may not be called
     */
    public OutboundStream open(
            Member member, String url, Map<String, String> headers, byte[] body, OutboundLimits limits)
            throws OutboundFailed {
        return open(member, "POST", url, headers, body, limits);
    }

    private OutboundStream open(
            Member member, String method, String url, Map<String, String> headers, byte[] body, OutboundLimits limits)
            throws OutboundFailed {
        long begun = System.nanoTime();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(guard.check(member, url)).timeout(limits.time());
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> answer = client.send(
                    request.method(method, BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofInputStream());
            checkAgain(member, url, answer);
            return stream(answer, limits, limits.time().minusNanos(System.nanoTime() - begun));
        } catch (HttpTimeoutException e) {
            throw OutboundFailed.late(limits);
        } catch (IOException e) {
            throw OutboundFailed.unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboundFailed(OutboundFailed.Reason.UNREACHABLE, "was not waited for");
        }
    }

    /**
     * Posts while no thread waits; the status of the answer, whose body nobody reads. It fails by {@link Rejected} where the URL
     * may not be called, by {@link OutboundFailed} where there is no answer in time.
     *
     * @param member that names the URL
     */
    public CompletableFuture<Integer> postAside(
            Member member, String url, Map<String, String> headers, byte[] body, Duration patience) {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(guard.check(member, url)).timeout(patience);
            headers.forEach(request::header);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return client.sendAsync(request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofInputStream())
                .handle((answer, failure) -> status(member, url, answer, failure, patience));
    }

    private int status(
            Member member, String url, HttpResponse<InputStream> answer, Throwable failure, Duration patience) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            throw new CompletionException(
                    cause instanceof HttpTimeoutException
                            ? OutboundFailed.late(new OutboundLimits(patience, 0))
                            : OutboundFailed.unreachable(cause));
        }
        try {
            checkAgain(member, url, answer);
            answer.body().close();
        } catch (IOException e) {
            // Nobody wanted the body.
            return answer.statusCode();
        }
        return answer.statusCode();
    }

    /**
     * A name may lead elsewhere than when it was checked: what an internal address answered is told to nobody. What was sent
     * has been sent, and a name that leads back by now is not found out.
     */
    private void checkAgain(Member member, String url, HttpResponse<InputStream> answer) throws IOException {
        try {
            guard.check(member, url);
        } catch (Rejected e) {
            answer.body().close();
            throw e;
        }
    }

    private static OutboundStream stream(HttpResponse<InputStream> answer, OutboundLimits limits, Duration left) {
        Duration patience = left.isNegative() ? Duration.ZERO : left;
        return new OutboundStream(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                new BoundedDownload(answer.body(), limits.bytes(), limits.time(), patience),
                limits);
    }
}
