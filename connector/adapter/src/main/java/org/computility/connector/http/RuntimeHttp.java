package org.computility.connector.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads and sockets that all conversations with runtimes share: one asynchronous HTTP client and one timer thread,
 * however many runtimes there are.
 */
public final class RuntimeHttp implements AutoCloseable {

    private final ExecutorService executor;
    private final ScheduledExecutorService timer;
    private final HttpClient client;

    /** @param connectTimeout how long a runtime may take to accept a connection */
    public RuntimeHttp(Duration connectTimeout) {
        executor = Executors.newCachedThreadPool(daemons("computility-http-"));
        timer = Executors.newSingleThreadScheduledExecutor(daemons("computility-timer-"));
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(executor)
                .build();
    }

    public HttpClient client() {
        return client;
    }

    /** For calls that wait for their answers. */
    public ExecutorService executor() {
        return executor;
    }

    /** For short tasks only: everybody waits behind a slow task. */
    public ScheduledExecutorService timer() {
        return timer;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        executor.shutdown();
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            // A thread must not keep the class loader of whichever application happened to make the first call.
            thread.setContextClassLoader(RuntimeHttp.class.getClassLoader());
            return thread;
        };
    }
}
