package org.computility.planning.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.computility.operations.BatchRuns;
import org.computility.operations.execution.WaitingRuns;
import org.computility.planning.inspection.Inspections;

/**
 * Has the run of one inspective plan take its groups in turns; once the plan is off, or another run's, the job is done. It
 * holds a thread for a moment only, so it needs no stop.
 */
@Named("runInspectionBatchlet")
@Dependent
public class RunInspectionBatchlet extends AbstractBatchlet {

    @Inject
    @BatchProperty(name = "planId")
    private String planId;

    @Inject
    @BatchProperty(name = "runId")
    private String runId;

    @EJB
    private Inspections inspections;

    @EJB
    private BatchRuns batchRuns;

    @EJB
    private WaitingRuns waiting;

    @Inject
    private Clock clock;

    @Override
    public String process() {
        long plan = Long.parseLong(planId);
        long run = Long.parseLong(runId);
        if (!inspections.isRunning(plan, run)) {
            return "COMPLETED";
        }
        BatchRuns runs = batchRuns;
        return waiting.goOn(
                run,
                new InspectionTurns(
                        inspections, plan, run, (percent, facts) -> runs.progress(run, percent, facts), clock));
    }
}
