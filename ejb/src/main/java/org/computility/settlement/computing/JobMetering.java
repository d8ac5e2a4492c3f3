package org.computility.settlement.computing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.jobs.TaskRan;

/** Hears how long tasks have run, in the transaction that writes the same down: both are kept, or neither. */
@ApplicationScoped
public class JobMetering {

    @Inject
    JobMeters meters;

    @EJB
    CenterDirectory centers;

    void on(@Observes TaskRan ran) {
        String id = JobMeter.idOf(ran.taskId(), ran.attempt());
        long seconds = Math.max(0, Duration.between(ran.from(), ran.to()).toSeconds());
        if (meters.ran(id, seconds, ran.last()) == 0) {
            begin(id, seconds, ran);
        }
    }

    private void begin(String id, long seconds, TaskRan ran) {
        meters.begin(
                id,
                ran.taskId(),
                ran.attempt(),
                ran.jobId(),
                ran.centerId(),
                ran.specId(),
                ran.nodes(),
                ran.userId(),
                ran.organisationId(),
                centers.center(ran.centerId()).map(CenterFacts::operatorId).orElse(null),
                ran.from(),
                seconds,
                ran.last());
    }
}
