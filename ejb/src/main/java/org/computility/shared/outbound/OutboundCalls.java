package org.computility.shared.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
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

    /** Answers that are shorter ask for no room. */
    private static final int CHUNK = 64 * 1024;

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
     * @param member that names the URL
     * @param room is asked for each part of a long answer
     * @throws Rejected {@code url-refused} where the URL may not be called
     */
    public OutboundAnswer post(
            Member member,
            String url,
            Map<String, String> headers,
            byte[] body,
            OutboundLimits limits,
            OutboundRoom room)
            throws OutboundFailed {
        long begun = System.nanoTime();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(guard.check(member, url)).timeout(limits.time());
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> answer =
                    client.send(request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofInputStream());
            checkAgain(member, url, answer);
            return read(answer, limits, room, limits.time().minusNanos(System.nanoTime() - begun));
        } catch (HttpTimeoutException e) {
            throw late(limits);
        } catch (IOException e) {
            throw new OutboundFailed(OutboundFailed.Reason.UNREACHABLE, "does not answer: " + said(e));
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
        } catch (Rejected e) {
            return CompletableFuture.failedFuture(e);
        }
        headers.forEach(request::header);
        return client.sendAsync(request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofInputStream())
                .handle((answer, failure) -> status(member, url, answer, failure, patience));
    }

    private int status(
            Member member, String url, HttpResponse<InputStream> answer, Throwable failure, Duration patience) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            throw new CompletionException(
                    cause instanceof HttpTimeoutException
                            ? late(new OutboundLimits(patience, 0))
                            : new OutboundFailed(
                                    OutboundFailed.Reason.UNREACHABLE,
                                    "does not answer: " + (cause instanceof IOException e ? said(e) : cause)));
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

    private static OutboundAnswer read(
            HttpResponse<InputStream> answer, OutboundLimits limits, OutboundRoom room, Duration left)
            throws IOException, OutboundFailed {
        Duration patience = left.isNegative() ? Duration.ZERO : left;
        try (InputStream body = new BoundedDownload(answer.body(), limits.bytes(), limits.time(), patience)) {
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return new OutboundAnswer(answer.statusCode(), type, all(body, room));
        } catch (DownloadFailed e) {
            throw e.isForItsSize()
                    ? new OutboundFailed(
                            OutboundFailed.Reason.TOO_LARGE, "answered more than " + limits.bytes() + " bytes")
                    : late(limits);
        }
    }

    private static byte[] all(InputStream body, OutboundRoom room) throws IOException, OutboundFailed {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] next;
        do {
            next = body.readNBytes(CHUNK);
            all.write(next);
            if (next.length == CHUNK && !room.take(CHUNK)) {
                throw new OutboundFailed(OutboundFailed.Reason.BUSY, "answered more than there is memory for now");
            }
        } while (next.length == CHUNK);
        return all.toByteArray();
    }

    private static OutboundFailed late(OutboundLimits limits) {
        return new OutboundFailed(
                OutboundFailed.Reason.LATE,
                "did not answer within " + limits.time().toMillis() / 1000.0 + " s");
    }

    /** Exceptions of the JDK's client often have no words. */
    private static String said(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
