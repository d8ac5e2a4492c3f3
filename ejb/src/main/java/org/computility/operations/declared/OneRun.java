package org.computility.operations.declared;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunRestarting;
import org.computility.shared.Conflict;

/** At most one run of a declared job is active at a time, however many servers and people start one. */
@Dependent
class OneRun {

    private final JobCatalogue catalogue;
    private final JobSchedules schedules;
    private final BatchRuns runs;

    @Inject
    OneRun(JobCatalogue catalogue, JobSchedules schedules, BatchRuns runs) {
        this.catalogue = catalogue;
        this.schedules = schedules;
        this.runs = runs;
    }

    /** The active runs of a job. Until the transaction ends, nobody but the caller can add one. */
    List<Long> active(String jobName) {
        schedules.lock(jobName);
        return runs.active(jobName);
    }

    /** 409 {@code job-running}. */
    Conflict refusal(String jobName, long run) {
        return new Conflict("job-running", "Run " + run + " of " + jobName + " has not ended.");
    }

    void refuseSecond(@Observes RunRestarting restarting) {
        if (catalogue.find(restarting.jobName()).isPresent()) {
            active(restarting.jobName()).stream()
                    .filter(run -> run != restarting.runId())
                    .findFirst()
                    .ifPresent(other -> {
                        throw refusal(restarting.jobName(), other);
                    });
        }
    }
}
