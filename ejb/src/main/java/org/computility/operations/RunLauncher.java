package org.computility.operations;

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

/** Hands runs to this server's batch engine, in threads of its own: the engine must see what the caller has committed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunLauncher {

    private static final Logger LOG = System.getLogger(RunLauncher.class.getName());

    @EJB
    private BatchEngine engine;

    @EJB
    private LiveRuns live;

    @Inject
    private Runs runs;

    @Inject
    private RunRecorder recorder;

    /** Begins an attempt, unless the run was stopped or adopted by another server in the meantime. */
    @Asynchronous
    public void launch(long runId, int attempt) {
        Optional<RunView> wanted = runs.find(runId)
                .filter(run -> run.attempt() == attempt && run.server().equals(live.server()));
        if (wanted.isEmpty() || !wanted.get().status().isActive() || !live.begin(runId, attempt)) {
            return;
        }
        LiveRun run = live.find(runId).orElseThrow();
        if (wanted.get().status() == RunStatus.STOPPING) {
            end(run, RunStatus.STOPPED, null);
            return;
        }
        try {
            run.executing(execute(wanted.get()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Run " + runId + " of " + wanted.get().jobName() + " could not start.", e);
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
        return runs.previousExecution(run.id(), run.attempt(), engine.name())
                .map(previous -> engine.restart(previous, run.jobName(), parameters))
                .orElseGet(() -> engine.start(run.jobName(), parameters));
    }

    private void end(LiveRun run, RunStatus status, String message) {
        run.ended(status, message);
        recorder.record(run);
    }
}
