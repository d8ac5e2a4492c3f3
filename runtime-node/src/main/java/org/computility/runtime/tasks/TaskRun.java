package org.computility.runtime.tasks;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.inference.StreamInference;
import org.computility.runtime.media.MediaException;
import org.computility.runtime.media.MediaPolicy;
import org.computility.runtime.media.VideoSource;
import org.computility.runtime.services.AlgorithmService;

/**
 * One task on a thread of its own: connects, analyses, connects again, until it is stopped, its time is up or its media
 * are over. Whatever goes wrong stays here.
 */
final class TaskRun implements Runnable {

    private static final Logger LOG = System.getLogger(TaskRun.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int FILE_ATTEMPTS = 3;
    private static final long NEWS_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final TaskOrder order;
    private final AlgorithmService.Seat seat;
    private final TaskSurroundings surroundings;
    private final Instant startedAt = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile TaskState state;
    private long frames;
    private long dropped;
    private double longestLag;
    private long toldNanos;
    private boolean sawFrame;

    TaskRun(TaskOrder order, AlgorithmService.Seat seat, TaskSurroundings surroundings) {
        this.order = order;
        this.seat = seat;
        this.surroundings = surroundings;
        this.state = new TaskState(order.taskId(), order.serviceId(), "PENDING", null, startedAt, null, 0, 0, 0);
    }

    TaskState state() {
        return state;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Asks it to end; {@link #awaitEnd} says when it has. */
    void stop() {
        stopped.countDown();
    }

    boolean awaitEnd(Duration within) throws InterruptedException {
        return over.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        String failure = "The task broke down";
        try (seat;
                StreamInference inference = seat.graph().openStream()) {
            tell("PENDING", null, null);
            connectAgainAndAgain(new Analysis(order, inference, surroundings));
            failure = null;
        } catch (MediaException | InferenceException | RuntimeException e) {
            LOG.log(Level.WARNING, "The task {0} failed: {1}", order.taskId(), e.toString());
            failure = String.valueOf(e.getMessage());
        } finally {
            tell(failure == null ? "FINISHED" : "ERROR", failure, Instant.now());
            over.countDown();
        }
    }

    private boolean hasEnded() {
        return stopped.getCount() == 0 || remainingNanos() <= 0;
    }

    private long remainingNanos() {
        return order.limit() == null ? Long.MAX_VALUE : order.limit().toNanos() - (System.nanoTime() - startedNanos);
    }

    private void connectAgainAndAgain(Analysis analysis) throws MediaException, InferenceException {
        MediaPolicy.Address address = surroundings.media().check(order.url());
        Duration pause = FIRST_PAUSE;
        for (int failures = 0; !hasEnded(); ) {
            sawFrame = false;
            try (VideoSource source = VideoSource.open(address, this::hasEnded)) {
                analysis.restart();
                try {
                    play(source, address.live(), analysis);
                } finally {
                    seat.overloaded(false);
                }
                if (isOverAtEnd()) {
                    return;
                }
                failures = 0;
                tell("PENDING", "The media ended; connecting again", null);
            } catch (MediaException e) {
                failures = sawFrame ? 1 : failures + 1;
                giveUpOrTell(e, failures);
            }
            if (order.type() == TaskType.IMAGE_REALTIME) {
                waitFor(order.imageInterval());
            } else if (failures > 0) {
                pause = failures == 1 ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                waitFor(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4)));
            } else {
                waitFor(sawFrame ? Duration.ZERO : FIRST_PAUSE);
            }
        }
    }

    private boolean isOverAtEnd() {
        return switch (order.type()) {
            case VIDEO_REALTIME -> false;
            case VIDEO_PLAYBACK, VIDEO_FILE -> true;
            case IMAGE_REALTIME -> order.imageInterval().isZero();
        };
    }

    private void giveUpOrTell(MediaException e, int failures) throws MediaException {
        if (hasEnded()) {
            return;
        }
        boolean endless = order.type() == TaskType.VIDEO_REALTIME
                || !order.imageInterval().isZero();
        // What was read of a recording is reported; reading it again would report it twice.
        if (!endless && (sawFrame || failures >= FILE_ATTEMPTS)) {
            throw e;
        }
        tell("PENDING", e.getMessage(), null);
    }

    private void play(VideoSource source, boolean live, Analysis analysis) throws MediaException, InferenceException {
        Pace pace = new Pace();
        Strain strain = new Strain();
        boolean realtime = order.type() == TaskType.VIDEO_REALTIME;
        while (!hasEnded() && source.read()) {
            if (realtime && !live) {
                waitFor(Duration.ofNanos(pace.untilDue(source.mediaTime())));
            }
            double lag = realtime || live ? pace.lag(source.mediaTime(), source.waitedForFrame()) : 0;
            boolean late = live && lag > Pace.TOLERABLE_LAG;
            if (late && !analysis.wantsNext() || source.isDamaged()) {
                analysis.leaveOut();
                dropped++;
            } else {
                analysis.look(source.scaler(), source.mediaTime(), Pace.taken(Instant.now(), lag));
                longestLag = Math.max(longestLag, lag);
                frames++;
            }
            progress();
            seat.overloaded(strain.frame(late, source.waitedNanos()));
        }
    }

    private void progress() {
        if (!sawFrame || System.nanoTime() - toldNanos > NEWS_EVERY_NANOS) {
            sawFrame = true;
            tell("RUNNING", null, null);
        } else {
            state = new TaskState(
                    order.taskId(), order.serviceId(), "RUNNING", null, startedAt, null, frames, dropped, longestLag);
        }
    }

    private void tell(String status, String message, Instant endedAt) {
        toldNanos = System.nanoTime();
        state = new TaskState(
                order.taskId(), order.serviceId(), status, message, startedAt, endedAt, frames, dropped, longestLag);
        surroundings.news().accept(state);
    }

    private void waitFor(Duration pause) {
        try {
            long nanos = Math.min(pause.toNanos(), remainingNanos());
            if (nanos > 0 && stopped.await(nanos, TimeUnit.NANOSECONDS)) {
                LOG.log(Level.DEBUG, "{0} is stopped", order.taskId());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
