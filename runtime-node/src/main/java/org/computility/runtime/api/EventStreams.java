package org.computility.runtime.api;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The event streams that are open. A listener that does not keep up is cut off; it will open its stream anew and see
 * all states.
 */
public final class EventStreams {

    private static final int MOST_WAITING = 10_000;
    private static final long LIFE_SIGN_SECONDS = 5;
    private static final String CUT_OFF = "";

    private final Set<BlockingQueue<String>> listeners = ConcurrentHashMap.newKeySet();

    /** Sends to everyone who listens. */
    @SuppressWarnings("ModifyCollectionInEnhancedForLoop") // a concurrent set allows it
    public void tell(String event, JsonObject data) {
        String text = text(event, data);
        for (BlockingQueue<String> each : listeners) {
            if (!each.offer(text)) {
                listeners.remove(each);
                each.clear();
                each.add(CUT_OFF);
            }
        }
    }

    /** Writes events until the far end is gone; first the states that {@code snapshot} hands over. */
    void serve(OutputStream out, Consumer<EventSink> snapshot) throws IOException, InterruptedException {
        BlockingQueue<String> queue = new LinkedBlockingQueue<>(MOST_WAITING);
        // Listening begins before the look, so that nothing between the two is missed.
        listeners.add(queue);
        try {
            StringBuilder states = new StringBuilder();
            snapshot.accept((event, data) -> states.append(text(event, data)));
            write(out, states.append(": all states sent\n\n").toString());
            while (true) {
                String next = queue.poll(LIFE_SIGN_SECONDS, TimeUnit.SECONDS);
                if (CUT_OFF.equals(next)) {
                    return;
                }
                write(out, next == null ? ": alive\n\n" : next);
            }
        } finally {
            listeners.remove(queue);
        }
    }

    /** Ends all streams. */
    void close() {
        for (BlockingQueue<String> each : listeners) {
            each.clear();
            each.add(CUT_OFF);
        }
    }

    /** Takes one event of a snapshot. */
    interface EventSink {
        void accept(String event, JsonObject data);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String text(String event, JsonObject data) {
        return "event: " + event + "\ndata: " + data + "\n\n";
    }
}
