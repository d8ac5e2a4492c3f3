package org.computility.operations.execution;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Properties;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunStatus;
import org.computility.operations.RunView;
import org.computility.operations.turns.TurnClock;
import org.computility.shared.ThisServer;
import org.computility.shared.database.outage.Outage;

/** Hands runs to this server's batch engine, in threads of its own: the engine must see what the caller has committed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunLauncher {

    private static final Logger LOG = System.getLogger(RunLauncher.class.getName());

    @EJB
    BatchEngine engine;

    @Inject
    LiveRuns live;

    @EJB
    BatchRuns runs;

    @EJB
    RunAttempts attempts;

    @EJB
    TurnClock turns;

    @Inject
    ThisServer server;

    @Inject
    RunRecorder recorder;

    /** Begins an attempt, or its next execution, unless the run was stopped or adopted by another server in the meantime. */
    @Asynchronous
    public void launch(long runId, int attempt) {
        live.find(runId).filter(run -> run.attempt() == attempt).ifPresent(this::launch);
    }

    private void launch(LiveRun run) {
        Optional<RunView> wanted;
        try {
            wanted = runs.find(run.id()).filter(view -> isStillOurs(view, run));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Run " + run.id() + " waits for its lease to end.", e);
            live.forget(run);
            return;
        }
        if (wanted.isEmpty()) {
            live.forget(run);
        } else if (wanted.get().status() == RunStatus.STOPPING) {
            end(run, RunStatus.STOPPED, null);
        } else {
            execute(wanted.get(), run);
        }
    }

    private boolean isStillOurs(RunView view, LiveRun run) {
        return view.attempt() == run.attempt()
                && view.server().equals(server.name())
                && view.status().isActive();
    }

    private void execute(RunView wanted, LiveRun run) {
        try {
            run.executing(executionOf(wanted, run));
        } catch (RuntimeException e) {
            if (BatchEngine.isFull(e) || Outage.isOne(e)) {
                postpone(run, e);
                return;
            }
            LOG.log(Level.ERROR, "Run " + run.id() + " of " + wanted.jobName() + " could not start.", e);
            end(run, RunStatus.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void postpone(LiveRun run, RuntimeException refusal) {
        LOG.log(Level.INFO, "Run {0} waits for the batch engine: {1}", run.id(), refusal);
        String reason = BatchEngine.isFull(refusal)
                ? "The batch engine has no free thread; the run begins as soon as it has one."
                : "The batch engine's database does not answer; the run begins as soon as it does.";
        try {
            attempts.postpone(new RunAttempt(run.id(), run.attempt()), reason);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "Nobody can be told that run " + run.id() + " waits.", e);
        }
        // Last, for from now on the heartbeat may hand it over again.
        run.postpone();
    }

    /** Tells an attempt that this server works on to stop; a later attempt goes on. */
    @Asynchronous
    public void stop(long runId, int attempt) {
        live.find(runId).filter(run -> run.attempt() == attempt).ifPresent(this::stop);
    }

    private void stop(LiveRun run) {
        // First: turns that begin in this moment look for it.
        run.askToStop();
        if (!turns.stop(run.id()) && run.executionId() > 0) {
            engine.stop(run.executionId());
        }
    }

    private long executionOf(RunView run, LiveRun here) {
        Properties parameters = new Properties();
        run.parameters().forEach(parameters::setProperty);
        parameters.setProperty(BatchRuns.RUN_ID, Long.toString(run.id()));
        parameters.setProperty(RunListener.RUN_ATTEMPT, run.id() + "/" + run.attempt());
        Optional<Long> own = Optional.of(here.executionId()).filter(id -> id > 0);
        return own.or(() -> attempts.previousExecution(run.id(), run.attempt(), engine.name()))
                .map(previous -> engine.restart(previous, run.jobName(), parameters))
                .orElseGet(() -> engine.start(run.jobName(), parameters));
    }

    private void end(LiveRun run, RunStatus status, String message) {
        run.ended(status, message);
        recorder.record(run);
    }
}
