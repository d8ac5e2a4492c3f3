package org.computility.operations;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.NotFound;
import org.computility.shared.ThisServer;

/**
 * Starts, stops and restarts batch jobs for the other rooms, which need no caller for it; people come through {@link
 * BatchAdministration}.
 *
 * <p>A run is a row. It begins when the caller's transaction commits and does not exist if that transaction rolls back;
 * a server that dies before, while or after the run begins changes nothing: another server takes the run over under the
 * same id, {@link OperationsConfig#lease()} after the death; where a server leaves hundreds behind, they are taken over a
 * hundred at a time. So a job may be begun anew at any point of its work, and must keep its position in the business's own
 * tables.
 *
 * <p>A job learns its run from the job parameter {@value #RUN_ID}. Every job XML names the listener {@code runListener};
 * see {@link org.computility.operations.execution.RunListener}.
 */
@Stateless
public class BatchRuns {

    /** Job parameter with the run's id. */
    public static final String RUN_ID = "runId";

    @Inject
    Runs runs;

    @Inject
    ThisServer server;

    @Inject
    Event<RunWanted> wanted;

    @Inject
    Event<StopWanted> stopWanted;

    @Inject
    Event<RunRestarting> restarting;

    double lease;

    @PostConstruct
    void prepare() {
        lease = OperationsConfig.get().leaseSeconds();
    }

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
        long id = runs.add(
                jobName,
                new ParametersColumn().convertToDatabaseColumn(parameters),
                Objects.toString(organisationId, null),
                server.name(),
                lease);
        wanted.fire(new RunWanted(id, 1));
        return id;
    }

    /**
     * Asks a run to stop and waits for nothing; {@link RunEnded} tells when it has. 404 {@code run-unknown}, 409 {@code
     * run-not-running} when it has ended. Asking again is no error.
     */
    public void stop(long runId) {
        boolean begins = runs.requestStop(runId) > 0;
        Run run = get(runId);
        if (!begins) {
            run.refuseStopUnlessAskedBefore();
        }
        stopWanted.fire(run.stopping());
    }

    /**
     * Begins a stopped or failed run anew with the same parameters. 404 {@code run-unknown}, 409 {@code
     * run-not-restartable} when it is active, completed or abandoned.
     *
     * @return the same id: a run keeps its identity
     */
    public long restart(long runId) {
        Run run = get(runId);
        RunWanted attempt = runs.restart(runId, server.name(), lease).orElseThrow(run::refusedRestart);
        restarting.fire(run.restarting());
        wanted.fire(attempt);
        return runId;
    }

    public Optional<RunView> find(long runId) {
        return runs.find(runId).map(Run::view);
    }

    /** The runs of a job that some server works on, or soon will. */
    public List<Long> active(String jobName) {
        return runs.active(jobName);
    }

    /**
     * What a running job says about itself; shown live.
     *
     * @param percent 0 to 100; values outside are cut off
     * @param facts numbers with names of the job's own, such as {@code round}; who shows them finds the words
     */
    public void progress(long runId, double percent, Map<String, Long> facts) {
        progress(List.of(new RunProgress(runId, percent, facts)));
    }

    /** The same for any number of runs, with one statement. */
    public void progress(Collection<RunProgress> all) {
        runs.progress(all);
    }

    private Run get(long runId) {
        return runs.find(runId).orElseThrow(() -> new NotFound("run-unknown", "There is no batch run " + runId + "."));
    }
}
