package org.computility.operations;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;

/**
 * Starts, stops and restarts batch jobs for the other rooms, which need no caller for it; people come through {@link
 * BatchAdministration}.
 *
 * <p>A run is a row. It begins when the caller's transaction commits and does not exist if that transaction rolls back;
 * a server that dies before, while or after it begins changes nothing: another one takes the run over under the same id
 * (at the latest {@link OperationsConfig#lease()} after the death). So a job may be begun anew at any point of its work,
 * and must keep its position in the business's own tables.
 *
 * <p>A job learns its run from the job parameter {@value #RUN_ID}. Every job XML names the listener {@code runListener};
 * see {@link RunListener}.
 */
@Stateless
public class BatchRuns {

    /** Job parameter with the run's id. */
    public static final String RUN_ID = "runId";

    @Inject
    private Runs runs;

    @Inject
    private LiveRuns live;

    @Inject
    private Event<RunWanted> wanted;

    @Inject
    private Event<StopWanted> stopWanted;

    @Inject
    private Event<RunRestarting> restarting;

    /**
     * Wants a run of the platform's own, visible to administrators only.
     *
     * @param jobName name of the job XML, without its ending
     * @return the run's id, valid over adoptions and restarts
     */
    public long start(String jobName, Map<String, String> parameters) {
        return start(jobName, parameters, null);
    }

    /** Wants a run that the people of an organisation see and may stop. */
    public long start(String jobName, Map<String, String> parameters, UUID organisationId) {
        long id = runs.add(jobName, parameters, organisationId, live.server());
        wanted.fire(new RunWanted(id, 1));
        return id;
    }

    /**
     * Asks a run to stop and waits for nothing; {@link RunEnded} tells when it has. 404 {@code run-unknown}, 409 {@code
     * run-not-running} when it has ended. Asking again is no error.
     */
    public void stop(long runId) {
        if (!runs.requestStop(runId)) {
            RunView run = get(runId);
            if (run.status() != RunStatus.STOPPING) {
                throw new Conflict(
                        "run-not-running", "Run " + runId + " is " + run.status() + " and cannot be stopped.");
            }
        }
        stopWanted.fire(new StopWanted(runId));
    }

    /**
     * Begins a stopped or failed run anew with the same parameters. 404 {@code run-unknown}, 409 {@code
     * run-not-restartable} when it is active, completed or abandoned.
     *
     * @return the same id: a run keeps its identity
     */
    public long restart(long runId) {
        RunView run = get(runId);
        Optional<RunWanted> next = runs.restart(runId, live.server());
        RunWanted attempt = next.orElseThrow(() -> new Conflict(
                "run-not-restartable", "Run " + runId + " is " + run.status() + " and cannot be restarted."));
        restarting.fire(new RunRestarting(runId, run.jobName(), run.parameters()));
        wanted.fire(attempt);
        return runId;
    }

    public Optional<RunView> find(long runId) {
        return runs.find(runId);
    }

    /**
     * What a running job says about itself; shown live.
     *
     * @param percent 0 to 100; values outside are cut off
     * @param facts numbers with names of the job's own, such as {@code round}; who shows them finds the words
     */
    public void progress(long runId, double percent, Map<String, Long> facts) {
        runs.progress(runId, Math.min(100, Math.max(0, percent)), facts);
    }

    private RunView get(long runId) {
        return runs.find(runId).orElseThrow(() -> new NotFound("run-unknown", "There is no batch run " + runId + "."));
    }
}
