package org.computility.system;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The event streams of a {@link FakeNode}: {@code GET /ACSMP/Events}. */
public final class EventFeed {

    private static final String END = "";
    private static final int UNAVAILABLE = 503;

    private final List<BlockingQueue<String>> streams = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger comments = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final Set<String> swallowed = ConcurrentHashMap.newKeySet();
    private volatile boolean broken;
    private volatile Duration pause = Duration.ofSeconds(5);

    /** Tells every listener. */
    void send(String event, JsonObject data) {
        if (swallowed.contains(event)) {
            return;
        }
        String text = text(event, data);
        streams.forEach(stream -> stream.add(text));
    }

    /** From now on nobody is told events of that name, while the streams live on. */
    public void swallow(String event) {
        swallowed.add(event);
    }

    /** How long a stream without events waits before its next comment; counts from the comment after the next. */
    public void commentEvery(Duration newPause) {
        pause = newPause;
    }

    /** Ends all streams and refuses new ones until {@link #mend}. */
    public void interrupt() {
        broken = true;
        streams.forEach(stream -> stream.add(END));
        streams.clear();
    }

    public void mend() {
        broken = false;
    }

    /** Streams that are open now. */
    public int open() {
        return streams.size();
    }

    /** Streams that were opened so far. */
    public int opened() {
        return opened.get();
    }

    /** Comments that were sent so far. */
    public int comments() {
        return comments.get();
    }

    /** Streams that were open at the same time, at most. */
    public int mostOpen() {
        return mostOpen.get();
    }

    /** Serves one stream until somebody ends it; it begins with the whole state. */
    void serve(HttpExchange exchange, List<String> state) throws IOException {
        if (broken) {
            exchange.sendResponseHeaders(UNAVAILABLE, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        BlockingQueue<String> queue = new LinkedBlockingQueue<>(state);
        streams.add(queue);
        opened.incrementAndGet();
        mostOpen.accumulateAndGet(streams.size(), Math::max);
        if (broken) {
            queue.add(END);
        }
        try (OutputStream out = exchange.getResponseBody()) {
            comment(out, "hello");
            String next = next(queue);
            while (!END.equals(next)) {
                if (next == null) {
                    comment(out, "alive");
                } else {
                    write(out, next);
                }
                next = next(queue);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The platform has closed the stream.
        } finally {
            streams.remove(queue);
        }
    }

    static String text(String event, JsonObject data) {
        return "event: " + event + "\ndata: " + data + "\n\n";
    }

    /** Null when it is time for a comment. */
    private String next(BlockingQueue<String> queue) throws InterruptedException {
        return queue.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void comment(OutputStream out, String words) throws IOException {
        write(out, ": " + words + "\n\n");
        comments.incrementAndGet();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
