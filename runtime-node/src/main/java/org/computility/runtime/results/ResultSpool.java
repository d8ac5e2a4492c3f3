package org.computility.runtime.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.computility.algopackage.Folders;

/**
 * Takes results and gets them to their receivers: at least once, in the order of their stream, whatever happens to the
 * receivers or to this process. When the allowed disk space is used up, the oldest results of the stream at hand are
 * dropped.
 */
public final class ResultSpool implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ResultSpool.class.getName());
    private static final long SEGMENT_BYTES = 1 << 20;

    private final Path folder;
    private final long mostBytes;
    private final ResultPost post;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "results");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();

    /** Takes up what an earlier process left in the folder. */
    public ResultSpool(Path folder, long mostBytes, PlatformDoor platform) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.mostBytes = mostBytes;
        this.post = new ResultPost(platform);
        takeUp();
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::tidy, 1, 1, TimeUnit.SECONDS);
    }

    /** Stores the result for the platform and for each receiver; returns once it is in files. */
    public void submit(Result result, Iterable<URI> receivers) {
        byte[] bytes = result.toJson().toString().getBytes(StandardCharsets.UTF_8);
        if (post.hasPlatform()) {
            store(ResultPost.PLATFORM, result.taskInstanceId(), bytes);
        }
        for (URI each : receivers) {
            store(each.toString(), result.taskInstanceId(), bytes);
        }
    }

    /** Bytes that wait on disk, delivered parts of open segments included. */
    public long bytes() {
        return deliveries.values().stream().mapToLong(d -> d.queue().bytes()).sum();
    }

    /** Waits until no result is left; false when the time is over first. */
    public boolean drain(Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        for (Delivery each : deliveries.values()) {
            if (!each.awaitEmpty(end - System.nanoTime())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        for (Delivery each : deliveries.values()) {
            try {
                each.queue().close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The spool could not be closed", e);
            }
        }
    }

    private void takeUp() throws IOException {
        List<Path> left;
        try (Stream<Path> found = Files.list(folder)) {
            left = found.toList();
        }
        for (Path each : left) {
            if (SpoolQueue.isWhole(each)) {
                Delivery delivery = new Delivery(SpoolQueue.open(each, SEGMENT_BYTES), post, timer);
                deliveries.put(each.getFileName().toString(), delivery);
                delivery.wake();
            } else {
                // Only an empty queue is removed, and a queue that is being made holds nothing yet.
                LOG.log(Level.INFO, "{0} is the rest of a queue and is removed", each);
                Folders.delete(each);
            }
        }
    }

    private void store(String receiver, String stream, byte[] bytes) {
        boolean full = bytes() + bytes.length > mostBytes;
        // Inside the map, so that no queue is tidied away under a result that is being written.
        deliveries.compute(key(receiver, stream), (key, present) -> {
            try {
                Delivery delivery = present != null ? present : delivery(key, receiver);
                if (full && !delivery.queue().giveUpOldest()) {
                    LOG.log(Level.WARNING, "The spool is full; a result of {0} is lost", stream);
                } else {
                    delivery.append(bytes);
                }
                return delivery;
            } catch (IOException e) {
                throw new UncheckedIOException("The spool cannot be written", e);
            }
        });
    }

    private Delivery delivery(String key, String receiver) throws IOException {
        return new Delivery(SpoolQueue.create(folder.resolve(key), receiver, SEGMENT_BYTES), post, timer);
    }

    private void tidy() {
        deliveries.forEach((key, delivery) -> {
            try {
                delivery.queue().flush();
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "The spool could not be flushed", e);
            }
            deliveries.computeIfPresent(key, (k, d) -> d.deleteIfLongEmpty() ? null : d);
        });
    }

    private static String key(String receiver, String stream) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((receiver + "\n" + stream).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
