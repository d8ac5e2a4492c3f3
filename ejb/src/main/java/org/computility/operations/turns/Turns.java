package org.computility.operations.turns;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.computility.shared.database.outage.DatabaseState;

/** The turns of one run: at any moment one is due at a time, or one is being taken. */
final class Turns {

    private static final Logger LOG = System.getLogger(Turns.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final TurnTaker taker;
    private final TurnWork work;
    /** Null where the run's turns are taken alone. */
    private final TurnsTogether together;

    private final ScheduledExecutorService threads;
    private final DatabaseState database;
    private final Clock clock;

    private ScheduledFuture<?> due;
    private boolean taking;
    private boolean ended;
    private volatile boolean stopping;
    private Duration pause = SHORTEST_PAUSE;

    Turns(
            TurnTaker taker,
            TurnWork work,
            TurnsTogether together,
            ScheduledExecutorService threads,
            DatabaseState database,
            Clock clock) {
        this.taker = taker;
        this.work = work;
        this.together = together;
        this.threads = threads;
        this.database = database;
        this.clock = clock;
    }

    /** The first turn is due now. */
    synchronized void begin() {
        due = schedule(Duration.ZERO);
    }

    /** Ends the pause: the run gives its work up now, or as soon as the turn that is being taken is done. */
    synchronized void stop() {
        stopping = true;
        if (!taking && !ended) {
            if (due != null) {
                due.cancel(false);
            }
            due = schedule(Duration.ZERO);
        }
    }

    TurnWork work() {
        return work;
    }

    private void take() {
        if (together != null && !stopping) {
            together.take(this);
        } else if (begins()) {
            conclude(() -> stopping ? givenUp() : unlessAway());
        }
    }

    /** Whether the turn is to be taken now together with others. If not, it has done what it had to. */
    boolean joins() {
        if (!begins()) {
            return false;
        }
        if (!mayWork()) {
            conclude(() -> Optional.of(clock.instant().plus(SHORTEST_PAUSE)));
            return false;
        }
        return true;
    }

    /** What the turn that was taken together with others has come to. */
    void answered(Optional<Instant> next) {
        conclude(() -> overOr(next));
    }

    /** The turn that the others have given up goes on in a thread of its own. */
    void goOnAlone(Executor threads) {
        try {
            threads.execute(() -> conclude(this::unlessAway));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The server stops; another one goes on with run {0}.", taker.runId());
        }
    }

    private void conclude(Supplier<Optional<Instant>> turn) {
        Optional<Instant> next;
        try {
            next = turn.get();
            pause = SHORTEST_PAUSE;
        } catch (Throwable e) {
            // An Error, too: without a next turn, the run would stand still and keep its lease for ever.
            next = Optional.of(clock.instant().plus(failed(e)));
        }
        goOn(next);
    }

    /** False for a turn that was cancelled when its thread had already begun. */
    private synchronized boolean begins() {
        boolean begins = !taking && !ended;
        taking |= begins;
        return begins;
    }

    private synchronized void goOn(Optional<Instant> next) {
        taking = false;
        if (next.isPresent()) {
            due = schedule(stopping ? Duration.ZERO : Duration.between(clock.instant(), next.get()));
        } else {
            ended = true;
        }
    }

    private boolean mayWork() {
        return !database.isAway() && taker.isHeld();
    }

    private Optional<Instant> unlessAway() {
        return mayWork() ? overOr(work.turn()) : Optional.of(clock.instant().plus(SHORTEST_PAUSE));
    }

    private Optional<Instant> overOr(Optional<Instant> next) {
        if (next.isEmpty()) {
            taker.over();
        }
        return next;
    }

    private Optional<Instant> givenUp() {
        try {
            if (taker.isHeld()) {
                work.giveUp();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "Run {0} ends by its own time limits: {1}", taker.runId(), e.getMessage());
        }
        taker.stopped();
        return Optional.empty();
    }

    private Duration failed(Throwable reason) {
        if (database.isAway()) {
            database.missed(reason);
        } else {
            LOG.log(Level.WARNING, "A turn of run " + taker.runId() + " failed; it is taken again.", reason);
        }
        Duration now = pause;
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        return now;
    }

    private ScheduledFuture<?> schedule(Duration wait) {
        try {
            return threads.schedule(this::take, wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The server stops; another one goes on with run {0}.", taker.runId());
            ended = true;
            return due;
        }
    }
}
