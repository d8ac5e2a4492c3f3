package org.computility.connector.jobs.protocol.kubernetes.access;

import com.fasterxml.jackson.core.JacksonException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;

/**
 * Calls in a thread of the adapter: the client's own time-out ends with an answer's head, and its libraries look into the
 * thread's class loader. Every way to get no answer becomes one {@link Reason}.
 */
public final class Calls {

    public static final int NOT_FOUND = 404;
    public static final int CONFLICT = 409;

    private static final int UNAUTHORIZED = 401;
    private static final int BUSY = 429;
    private static final int FIRST_OF_CLIENTS = 400;
    private static final int FIRST_OF_SERVERS = 500;
    private static final Set<Integer> TOO_LATE = Set.of(408, 504);

    private final ExecutorService threads;
    private final Duration timeout;
    private final String server;

    /** @param server its name, for complaints */
    public Calls(ExecutorService threads, Duration timeout, String server) {
        this.threads = threads;
        this.timeout = timeout;
        this.server = server;
    }

    /** @param about what is called, to begin a complaint with */
    public <T> T call(String about, Callable<T> call) throws RuntimeFailure {
        Future<T> answer = threads.submit(call);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw translate(about, e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failure(Reason.TIMED_OUT, about, "no answer within " + timeout, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failure(Reason.TIMED_OUT, about, "interrupted", e);
        }
    }

    private RuntimeFailure translate(String about, Throwable failure) {
        if (failure instanceof RuntimeFailure known) {
            return known;
        }
        if (failure instanceof KubernetesClientException answered && answered.getCode() >= FIRST_OF_CLIENTS) {
            return failure(reason(answered.getCode()), about, words(answered), failure);
        }
        Throwable cause = failure;
        while (cause.getCause() != null && !isPlain(cause)) {
            cause = cause.getCause();
        }
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return failure(reason(cause), about, why, failure);
    }

    private static boolean isPlain(Throwable cause) {
        return cause instanceof HttpTimeoutException || cause instanceof JacksonException;
    }

    private static Reason reason(Throwable cause) {
        if (cause instanceof JacksonException || cause instanceof IllegalArgumentException) {
            return Reason.GARBLED;
        }
        boolean late = cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
        return late ? Reason.TIMED_OUT : Reason.UNREACHABLE;
    }

    /** Whether a job is taken elsewhere (REFUSED) or asked for again. */
    public static Reason reason(int status) {
        if (status == UNAUTHORIZED) {
            return Reason.NOT_ACCEPTED;
        }
        if (TOO_LATE.contains(status)) {
            return Reason.TIMED_OUT;
        }
        boolean away = status == BUSY || status >= FIRST_OF_SERVERS || status < FIRST_OF_CLIENTS;
        return away ? Reason.UNREACHABLE : Reason.REFUSED;
    }

    /** What the server itself says, where it says something. */
    private static String words(KubernetesClientException answered) {
        boolean says = answered.getStatus() != null && answered.getStatus().getMessage() != null;
        String words = says ? answered.getStatus().getMessage() : answered.getMessage();
        return "HTTP " + answered.getCode() + ", " + words;
    }

    private RuntimeFailure failure(Reason reason, String about, String why, Throwable cause) {
        return new RuntimeFailure(reason, about + " at " + server + ": " + why, cause);
    }
}
