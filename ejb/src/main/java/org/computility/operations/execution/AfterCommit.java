package org.computility.operations.execution;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.computility.operations.RunWanted;
import org.computility.operations.StopWanted;

/**
 * Lets the launcher act on what was decided in a transaction as soon as the transaction is committed. If the server
 * dies at this point, the run's lease ends and another server acts.
 */
@Dependent
class AfterCommit {

    // Not @EJB: Payara leaves that null in observers that a timer's transaction wakes.
    @Inject
    private RunLauncher launcher;

    @Inject
    private LiveRuns live;

    void launch(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunWanted wanted) {
        // From here on the heartbeat keeps the lease: a server that is still starting launches late, and must not adopt
        // its own runs anew meanwhile.
        if (live.begin(wanted.runId(), wanted.attempt())) {
            launcher.launch(wanted.runId(), wanted.attempt());
        }
    }

    void stop(@Observes(during = TransactionPhase.AFTER_SUCCESS) StopWanted wanted) {
        launcher.stop(wanted.runId(), wanted.attempt());
    }
}
