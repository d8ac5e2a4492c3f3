package org.computility.settlement.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.computility.settlement.daily.LedgerSealing;
import org.computility.settlement.daily.Reconciliation;

/** Fails, and names the first difference, where the books do not agree. */
@Named("reconcileBatchlet")
@Dependent
public class ReconcileBatchlet extends AbstractBatchlet {

    /** What engines keep of an exit status. */
    private static final int LONGEST = 400;

    private static final Logger LOG = System.getLogger(ReconcileBatchlet.class.getName());

    @EJB
    Reconciliation reconciliation;

    @EJB
    LedgerSealing sealing;

    @Inject
    JobContext job;

    @Override
    public String process() {
        sealing.sealAll();
        reconciliation.difference().ifPresent(this::fail);
        return "COMPLETED";
    }

    private void fail(String difference) {
        String words = "The books do not agree: " + difference;
        LOG.log(Level.ERROR, words);
        // What the run shows.
        job.setExitStatus(words.substring(0, Math.min(words.length(), LONGEST)));
        throw new IllegalStateException(words);
    }
}
