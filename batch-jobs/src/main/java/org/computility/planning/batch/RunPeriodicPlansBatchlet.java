package org.computility.planning.batch;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.computility.planning.periodic.PeriodicPlans;

/** Opens and closes the plans whose windows say so, until none is due. What a killed run leaves stays due. */
@Named("runPeriodicPlansBatchlet")
@Dependent
public class RunPeriodicPlansBatchlet implements Batchlet {

    @EJB
    PeriodicPlans plans;

    @Inject
    JobContext job;

    private volatile boolean asked;

    @Override
    public String process() {
        int all = 0;
        int some;
        do {
            some = plans.follow();
            all += some;
        } while (some > 0 && !asked);
        if (asked) {
            return "STOPPED";
        }
        job.setExitStatus("COMPLETED: " + all + " plans opened or closed");
        return "COMPLETED";
    }

    @Override
    public void stop() {
        asked = true;
    }
}
