package org.computility.operations.turns;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.computility.shared.database.outage.DatabaseState;

/** The turns of one run: at any moment one is due at a time, or one is being taken. */
final class Turns {

    private static final Logger LOG = System.getLogger(Turns.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final TurnTaker taker;
    private final TurnWork work;
    private final ScheduledExecutorService threads;
    private final DatabaseState database;
    private final Clock clock;

    private ScheduledFuture<?> due;
    private boolean taking;
    private boolean ended;
    private volatile boolean stopping;
    private Duration pause = SHORTEST_PAUSE;

    Turns(TurnTaker taker, TurnWork work, ScheduledExecutorService threads, DatabaseState database, Clock clock) {
        this.taker = taker;
        this.work = work;
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

    private void take() {
        if (!begins()) {
            return;
        }
        Optional<Instant> next;
        try {
            next = stopping ? givenUp() : unlessAway();
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

    private Optional<Instant> unlessAway() {
        if (database.isAway() || !taker.isHeld()) {
            return Optional.of(clock.instant().plus(SHORTEST_PAUSE));
        }
        Optional<Instant> next = work.turn();
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
