package org.computility.operations.execution;

import java.util.concurrent.atomic.AtomicBoolean;
import org.computility.operations.RunStatus;
import org.computility.operations.turns.TurnWork;

/** One attempt that this process works on; the threads of its job, launch, turns and the heartbeat meet here. */
final class LiveRun {

    /** How an attempt ended, as long as the database does not know it yet. */
    record End(RunStatus status, String message) {}

    private final long id;
    private final int attempt;
    private volatile long executionId;
    private volatile long heldSinceNanos = System.nanoTime();
    private final AtomicBoolean postponed = new AtomicBoolean();
    private volatile TurnWork turns;
    private volatile boolean toStop;
    private volatile End end;

    LiveRun(long id, int attempt) {
        this.id = id;
        this.attempt = attempt;
    }

    long id() {
        return id;
    }

    int attempt() {
        return attempt;
    }

    /** The engine's number, or 0 while the engine has not given one. */
    long executionId() {
        return executionId;
    }

    void executing(long engineExecutionId) {
        // The thread that began an execution may tell its number when the next one has begun already.
        executionId = Math.max(executionId, engineExecutionId);
    }

    /** It could not be handed to the engine now, and is to be handed over again. */
    void postpone() {
        postponed.set(true);
    }

    boolean isPostponed() {
        return postponed.get();
    }

    /** It failed for want of the database, which says nothing of its work: it is handed over again, too. */
    void beginsAgain() {
        end = null;
        postpone();
    }

    /** True for one caller only, who hands the run over again. */
    boolean tryAgain() {
        return postponed.compareAndSet(true, false);
    }

    /** Its lease was good at that moment, by the clock that a stopped process shares with all others. */
    void held(long nanos) {
        heldSinceNanos = nanos;
    }

    long heldSinceNanos() {
        return heldSinceNanos;
    }

    /** When the engine's execution ends, the run goes on in turns. */
    void goOnWith(TurnWork work) {
        turns = work;
    }

    /** What goes on when the engine's execution has ended; null for a run that ends with it. */
    TurnWork goesOnWith() {
        return turns;
    }

    /** It is to stop, whatever it is doing now. */
    void askToStop() {
        toStop = true;
    }

    boolean isToStop() {
        return toStop;
    }

    End end() {
        return end;
    }

    void ended(RunStatus status, String message) {
        end = new End(status, message);
    }
}
