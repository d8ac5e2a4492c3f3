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

    void launch(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunWanted wanted) {
        launcher.launch(wanted.runId(), wanted.attempt());
    }

    void stop(@Observes(during = TransactionPhase.AFTER_SUCCESS) StopWanted wanted) {
        launcher.stop(wanted.runId());
    }
}
