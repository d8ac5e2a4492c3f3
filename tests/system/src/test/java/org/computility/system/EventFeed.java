package org.computility.system;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final Set<String> swallowed = ConcurrentHashMap.newKeySet();
    private volatile boolean broken;

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
            write(out, ": hello\n\n");
            String next = queue.poll(5, TimeUnit.SECONDS);
            while (!END.equals(next)) {
                write(out, next == null ? ": alive\n\n" : next);
                next = queue.poll(5, TimeUnit.SECONDS);
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

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
