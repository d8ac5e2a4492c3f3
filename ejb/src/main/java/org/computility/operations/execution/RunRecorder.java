package org.computility.operations.execution;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.computility.operations.RunEnded;
import org.computility.operations.RunStatus;
import org.computility.shared.database.outage.Outage;

/** Writes what the engine reports into the run's row, and tells the other rooms. */
@Dependent
class RunRecorder {

    private static final Logger LOG = System.getLogger(RunRecorder.class.getName());

    @EJB
    private RunAttempts attempts;

    @Inject
    private LiveRuns live;

    @EJB
    private BatchEngine engine;

    @Inject
    private Event<RunEnded> endedEvent;

    RunRecorder() {}

    RunRecorder(RunAttempts attempts, LiveRuns live, BatchEngine engine, Event<RunEnded> endedEvent) {
        this.attempts = attempts;
        this.live = live;
        this.engine = engine;
        this.endedEvent = endedEvent;
    }

    /** Throws, so that the job does no work, when the run belongs to another server by now. */
    void began(long runId, int attempt, long executionId) {
        // The launcher has entered the run; an engine that resumes a job by itself has not.
        live.begin(runId, attempt);
        LiveRun run = live.find(runId).orElseThrow();
        run.executing(executionId);
        try {
            if (attempts.began(new RunAttempt(runId, attempt), engine.name(), executionId)
                    .isEmpty()) {
                throw new IllegalStateException("Another server has adopted run " + runId + ".");
            }
        } catch (RuntimeException e) {
            if (Outage.isOne(e)) {
                // Nobody knows whether the run is still this server's: it is begun again when the database can tell.
                run.postpone();
            } else {
                // Not every engine calls afterJob after this; the heartbeat records the end.
                run.ended(RunStatus.FAILED, e.getMessage());
            }
            throw e;
        }
    }

    void ended(long runId, int attempt, RunStatus status, String message) {
        live.find(runId)
                .filter(run -> run.attempt() == attempt && !run.isPostponed())
                .ifPresent(run -> {
                    if (run.end() == null) {
                        run.ended(status, message);
                    }
                    record(run);
                });
    }

    /**
     * Records an end. When the database does not answer the run stays live, and the heartbeat tries again; a run that has
     * failed meanwhile has failed for that, and begins again.
     */
    void record(LiveRun run) {
        LiveRun.End end = run.end();
        if (end == null) {
            // Another thread has had it begin again.
            return;
        }
        try {
            RunAttempt attempt = new RunAttempt(run.id(), run.attempt());
            if (end.status() == RunStatus.STOPPED && attempts.handOver(attempt)) {
                LOG.log(Level.INFO, "This server stopped run {0}; it will be adopted.", run.id());
                live.pauseAdoption();
                live.forget(run);
                return;
            }
            var ended = attempts.ended(attempt, end.status(), end.message());
            live.forget(run);
            ended.ifPresent(endedEvent::fire);
        } catch (RuntimeException e) {
            if (Outage.isOne(e) && end.status() == RunStatus.FAILED) {
                LOG.log(Level.INFO, "Run {0} begins again when the database answers.", run.id());
                run.beginsAgain();
            } else {
                LOG.log(Level.WARNING, "The end of run " + run.id() + " is not told everywhere yet.", e);
            }
        }
    }
}
