package org.computility.runtime.tasks;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.computility.runtime.Reason;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.inference.StreamInference;
import org.computility.runtime.media.MediaClock;
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
    private static final int FILE_ATTEMPTS = 3;
    private static final long NEWS_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final TaskOrder order;
    private final AlgorithmService.Seat seat;
    private final TaskSurroundings surroundings;
    private final Instant startedAt = Instant.now();
    private final Term term;
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
        this.term = new Term(order.limit());
        this.state = now("PENDING", null, null);
    }

    TaskState state() {
        return state;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Asked to stop, or out of time, but still running. */
    boolean isEnding() {
        return term.isOver() && !isOver();
    }

    /** Asks the task to end; {@link #awaitEnd} says when it has ended. */
    void stop() {
        term.stop();
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
            failure = Reason.of(e);
        } finally {
            tell(failure == null ? end() : "ERROR", failure, Instant.now());
            over.countDown();
        }
    }

    /** Whoever reads STOPPED knows that the task itself was not done. */
    private String end() {
        return term.isStopped() ? "STOPPED" : "FINISHED";
    }

    private void connectAgainAndAgain(Analysis analysis) throws MediaException, InferenceException {
        Playlist media = Playlist.of(order.urls(), surroundings.media());
        for (int failures = 0; !term.isOver(); ) {
            boolean atEnd;
            sawFrame = false;
            try {
                atEnd = playCurrent(media, analysis);
                failures = 0;
                if (atEnd && isOverAtEnd()) {
                    return;
                }
                if (atEnd) {
                    tell("PENDING", "The media ended; connecting again", null);
                }
            } catch (MediaException e) {
                failures = sawFrame ? 1 : failures + 1;
                giveUpOrTell(media.about(e), failures);
                // A missing picture is looked for again in the next round.
                atEnd = order.imageInterval().isZero() || media.advance();
            }
            term.pause(pause(failures, atEnd));
        }
    }

    /** True when the last of the media is done. */
    private boolean playCurrent(Playlist media, Analysis analysis) throws MediaException, InferenceException {
        try (VideoSource source = VideoSource.open(media.current(), clock(media.current()), term::isOver)) {
            analysis.restart();
            play(source, media.current().live(), analysis);
        } finally {
            seat.overloaded(false);
        }
        if (media.holdsSeveral()) {
            analysis.forgetReports();
        }
        return media.advance();
    }

    private MediaClock clock(MediaPolicy.Address address) {
        boolean live = order.type() == TaskType.VIDEO_REALTIME || address.live();
        return live ? MediaClock.live() : MediaClock.recorded();
    }

    private Duration pause(int failures, boolean atEnd) {
        if (order.type() == TaskType.IMAGE_REALTIME) {
            return atEnd ? order.imageInterval() : Duration.ZERO;
        }
        if (failures > 0) {
            return Retry.after(failures);
        }
        return sawFrame ? Duration.ZERO : Retry.FIRST;
    }

    private boolean isOverAtEnd() {
        return switch (order.type()) {
            case VIDEO_REALTIME -> false;
            case VIDEO_PLAYBACK, VIDEO_FILE -> true;
            case IMAGE_REALTIME -> order.imageInterval().isZero();
        };
    }

    private void giveUpOrTell(MediaException e, int failures) throws MediaException {
        if (term.isOver()) {
            return;
        }
        boolean endless = order.type() == TaskType.VIDEO_REALTIME
                || !order.imageInterval().isZero();
        // The part of a recording that was read is reported already; to read it again would report it twice.
        if (!endless && (sawFrame || failures >= FILE_ATTEMPTS)) {
            throw e;
        }
        tell("PENDING", e.getMessage(), null);
    }

    private void play(VideoSource source, boolean live, Analysis analysis) throws MediaException, InferenceException {
        Pace pace = new Pace();
        Strain strain = new Strain();
        boolean realtime = order.type() == TaskType.VIDEO_REALTIME;
        while (!term.isOver() && source.read()) {
            if (source.stampsJumped()) {
                pace.jump(source.waitedForFrame());
            }
            if (realtime && !live) {
                term.pause(Duration.ofNanos(pace.untilDue(source.mediaTime())));
            }
            double lag = realtime || live ? pace.lag(source.mediaTime(), source.waitedForFrame()) : 0;
            boolean late = live && lag > Pace.TOLERABLE_LAG;
            if ((late && !analysis.wantsNext()) || source.isDamaged()) {
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
        sawFrame = true;
        if (!state.status().equals("RUNNING") || System.nanoTime() - toldNanos > NEWS_EVERY_NANOS) {
            tell("RUNNING", null, null);
        } else {
            state = now("RUNNING", null, null);
        }
    }

    private void tell(String status, String message, Instant endedAt) {
        toldNanos = System.nanoTime();
        state = now(status, message, endedAt);
        surroundings.news().accept(state);
    }

    private TaskState now(String status, String message, Instant endedAt) {
        return new TaskState(
                order.taskId(), order.serviceId(), status, message, startedAt, endedAt, frames, dropped, longestLag);
    }
}
