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
import org.computility.shared.ThisServer;

/** Hands runs to this server's batch engine, in threads of its own: the engine must see what the caller has committed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunLauncher {

    private static final Logger LOG = System.getLogger(RunLauncher.class.getName());

    @EJB
    private BatchEngine engine;

    @EJB
    private LiveRuns live;

    @EJB
    private BatchRuns runs;

    @EJB
    private RunAttempts attempts;

    @Inject
    private ThisServer server;

    @Inject
    private RunRecorder recorder;

    /** Begins an attempt, unless the run was stopped or adopted by another server in the meantime. */
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
            run.executing(execute(wanted));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Run " + run.id() + " of " + wanted.jobName() + " could not start.", e);
            end(run, RunStatus.FAILED, String.valueOf(e.getMessage()));
        }
    }

    /** Tells the engine to stop a run that this server works on. */
    @Asynchronous
    public void stop(long runId) {
        live.find(runId).map(LiveRun::executionId).filter(id -> id > 0).ifPresent(engine::stop);
    }

    private long execute(RunView run) {
        Properties parameters = new Properties();
        run.parameters().forEach(parameters::setProperty);
        parameters.setProperty(BatchRuns.RUN_ID, Long.toString(run.id()));
        parameters.setProperty(RunListener.RUN_ATTEMPT, run.id() + "/" + run.attempt());
        return attempts.previousExecution(run.id(), run.attempt(), engine.name())
                .map(previous -> engine.restart(previous, run.jobName(), parameters))
                .orElseGet(() -> engine.start(run.jobName(), parameters));
    }

    private void end(LiveRun run, RunStatus status, String message) {
        run.ended(status, message);
        recorder.record(run);
    }
}
