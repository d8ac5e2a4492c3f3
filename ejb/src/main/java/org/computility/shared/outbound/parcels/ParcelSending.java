package org.computility.shared.outbound.parcels;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.shared.Member;
import org.computility.shared.outbound.OutboundCalls;

/** Sends from a queue: to many receivers at once, to each one after the other. No thread and no connection waits for a receiver. */
public final class ParcelSending<P extends Parcel> {

    private static final Logger LOG = Logger.getLogger(ParcelSending.class.getName());

    private static final Member URL = new Member("url");

    /** So many receivers at once; who hangs has a place until the patience ends, and then the longer a pause. */
    private static final int AT_ONCE = 500;

    private static final int TAKEN = 100;

    private final ParcelQueue<P> queue;
    private final OutboundCalls calls;
    private final Executor executor;
    private final Duration patience;
    private final AtomicInteger under = new AtomicInteger();

    /**
     * @param executor writes parcels, and what became of them
     * @param patience how long a receiver has to answer
     */
    public ParcelSending(ParcelQueue<P> queue, OutboundCalls calls, Executor executor, Duration patience) {
        this.queue = queue;
        this.calls = calls;
        this.executor = executor;
        this.patience = patience;
    }

    /** Begins with what is due; returns at once. */
    public void sendDue() {
        int room = Math.min(TAKEN, AT_ONCE - under.get());
        if (room > 0) {
            queue.take(room).forEach(parcel -> {
                under.incrementAndGet();
                orLeft(() -> executor.execute(() -> orLeft(() -> send(parcel))));
            });
        }
    }

    /** What cannot be begun leaves its place, and its claim ends by itself. */
    private void orLeft(Runnable begin) {
        try {
            begin.run();
        } catch (RuntimeException e) {
            under.decrementAndGet();
            LOG.log(Level.WARNING, "A parcel could not be sent; it is sent later.", e);
        }
    }

    private void send(P parcel) {
        Parcel.Posted posted;
        try {
            posted = parcel.posted();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A parcel could not be written; it is tried again after a pause.", e);
            ended(parcel, null, e);
            return;
        }
        calls.postAside(URL, parcel.url(), posted.headers(), posted.body().getBytes(StandardCharsets.UTF_8), patience)
                .handleAsync(
                        (status, failure) -> {
                            ended(parcel, status, failure);
                            return status;
                        },
                        executor)
                .exceptionally(this::unended);
    }

    /** A failure to write leaves the claim, which ends by itself; then the same is sent again. */
    private void ended(P parcel, Integer status, Throwable failure) {
        Optional<P> next = Optional.empty();
        try {
            if (failure == null && status / 100 == 2) {
                next = queue.delivered(parcel);
            } else {
                queue.failed(parcel, failure == null ? "answered with the status " + status : said(failure));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What became of a parcel could not be written; it is sent again.", e);
        }
        if (next.isPresent()) {
            P following = next.get();
            orLeft(() -> send(following));
        } else {
            under.decrementAndGet();
        }
    }

    /** No thread was there to write what became of it. */
    private Integer unended(Throwable failure) {
        under.decrementAndGet();
        LOG.log(Level.WARNING, "What became of a parcel could not be written; it is sent again.", failure);
        return null;
    }

    private static String said(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
