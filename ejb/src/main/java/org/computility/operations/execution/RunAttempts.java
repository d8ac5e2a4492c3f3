package org.computility.operations.execution;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.computility.operations.OperationsConfig;
import org.computility.operations.RunEnded;
import org.computility.operations.RunStatus;
import org.computility.shared.ThisServer;
import org.hibernate.query.Page;

/**
 * What this server's attempts at runs write into the runs' rows, in the caller's transaction or one of their own: jobs and
 * heartbeats call from threads that have none.
 */
@Stateless
public class RunAttempts {

    @Inject
    RunExecutions executions;

    @Inject
    ThisServer server;

    double lease;

    @PostConstruct
    void prepare() {
        lease = OperationsConfig.get().leaseSeconds();
    }

    /**
     * The engine begins the attempt. Empty when another server has adopted the run meanwhile: then this execution must
     * not work.
     */
    public Optional<RunStatus> began(RunAttempt attempt, String engine, long executionId) {
        return executions
                .began(attempt.runId(), attempt.number(), server.name(), engine, executionId)
                .map(RunStatus::valueOf);
    }

    /** The attempt waits until the engine has a free thread; people see the reason. */
    public void postpone(RunAttempt attempt, String reason) {
        executions.postpone(attempt.runId(), attempt.number(), server.name(), reason);
    }

    /** Records how an attempt of this server ended. Empty when the attempt is not this server's any more. */
    public Optional<RunEnded> ended(RunAttempt attempt, RunStatus status, String message) {
        return executions
                .ended(attempt.runId(), attempt.number(), server.name(), status.name(), message)
                .map(job -> new RunEnded(attempt.runId(), job, status));
    }

    /**
     * Gives up a run that the server has stopped, not a person: the lease ends now, so that a server that stays adopts
     * the run. False when a person had asked for the stop, or the run is not this server's.
     */
    public boolean handOver(RunAttempt attempt) {
        return executions.handOver(attempt.runId(), attempt.number(), server.name()) == 1;
    }

    /** Prolongs the leases of the given runs; answers the runs that are still this server's. */
    public List<Renewal> renew(Collection<Long> runIds) {
        return executions.renew(server.name(), runIds.toArray(new Long[0]), lease);
    }

    /** The engine's number of the attempt before the given one, when the same engine had it. */
    public Optional<Long> previousExecution(long runId, int attempt, String engine) {
        return executions.earlier(runId, attempt, engine, Page.first(1)).stream()
                .findFirst();
    }
}
