package org.computility.operations;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/**
 * Lets the launcher act on what was decided in a transaction as soon as that is committed. Should the server die just
 * here, the run's lease ends and another server does it.
 */
@Dependent
class AfterCommit {

    @EJB
    private RunLauncher launcher;

    @EJB
    private LiveRuns live;

    void launch(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunWanted wanted) {
        // From here on the heartbeat keeps the lease: a server that is still starting launches late, and must not adopt
        // its own runs anew meanwhile.
        if (live.begin(wanted.runId(), wanted.attempt())) {
            launcher.launch(wanted.runId(), wanted.attempt());
        }
    }

    void stop(@Observes(during = TransactionPhase.AFTER_SUCCESS) StopWanted wanted) {
        launcher.stop(wanted.runId());
    }
}
