package org.computility.planning.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.computility.operations.execution.WaitingRuns;
import org.computility.planning.inspection.Inspections;
import org.computility.planning.inspection.PlanRun;

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
    private WaitingRuns waiting;

    @Inject
    private InspectionCompany company;

    @Override
    public String process() {
        PlanRun run = new PlanRun(Long.parseLong(planId), Long.parseLong(runId));
        if (!inspections.isRunning(run)) {
            return "COMPLETED";
        }
        return waiting.goOn(run.runId(), new InspectionTurns(company, run));
    }
}
