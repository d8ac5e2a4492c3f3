package org.computility.planning.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.computility.operations.BatchRuns;
import org.computility.planning.inspection.Inspections;

/** Runs the groups of one inspective plan until it is off or the run is stopped. */
@Named("runInspectionBatchlet")
@Dependent
public class RunInspectionBatchlet implements Batchlet {

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

    @Inject
    private Clock clock;

    private final StopSignal stop = new StopSignal();

    @Override
    public String process() {
        long run = Long.parseLong(runId);
        InspectionRun inspection = new InspectionRun(
                inspections,
                Long.parseLong(planId),
                run,
                (percent, facts) -> batchRuns.progress(run, percent, facts),
                stop,
                clock);
        return inspection.untilOff() ? "COMPLETED" : "STOPPED";
    }

    @Override
    public void stop() {
        stop.raise();
    }
}
