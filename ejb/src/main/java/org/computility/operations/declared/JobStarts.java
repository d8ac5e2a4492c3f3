package org.computility.operations.declared;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.computility.operations.BatchRuns;

/**
 * Starts runs of declared jobs, each start in one transaction: the due start is taken and its run is wanted, or
 * neither.
 */
@Stateless
public class JobStarts {

    private static final Logger LOG = System.getLogger(JobStarts.class.getName());
    private static final String NEVER = "off";

    @Inject
    JobCatalogue catalogue;

    @Inject
    JobSchedules schedules;

    @Inject
    OneRun one;

    @Inject
    BatchRuns runs;

    @Inject
    Clock clock;

    /** Writes down when each job is due next, where this is not known or the job's schedule has changed. */
    public void declare() {
        for (DeclaredJob job : catalogue.all()) {
            schedules.declare(
                    job.name(),
                    job.schedule().map(JobTime::toString).orElse(NEVER),
                    job.schedule().map(time -> time.after(clock.instant())).orElse(null));
        }
    }

    /**
     * Starts a job that is due, with its defaults. Nights that were missed, because no server ran, are made up for by
     * one run. While a run is still active, no new one is started.
     */
    public void startIfDue(DeclaredJob job) {
        job.schedule().filter(time -> isDue(job, time)).ifPresent(time -> {
            List<Long> active = one.active(job.name());
            if (active.isEmpty()) {
                runs.start(job.name(), values(job, Map.of()));
            } else {
                LOG.log(Level.INFO, "{0} is due; its run {1} is still active.", job.name(), active.get(0));
            }
        });
    }

    private boolean isDue(DeclaredJob job, JobTime time) {
        Instant now = clock.instant();
        return schedules.take(job.name(), time.toString(), now, time.after(now)) == 1;
    }

    /** Starts a run with the job's defaults, unless one is active: for rooms that know by themselves when there is work. */
    public void startUnlessActive(DeclaredJob job) {
        if (one.active(job.name()).isEmpty()) {
            runs.start(job.name(), values(job, Map.of()));
        }
    }

    /** Starts a run; 409 {@code job-running}. The texts are checked: see {@link JobParameter}. */
    public long start(DeclaredJob job, Map<String, String> texts) {
        Map<String, String> values = values(job, texts);
        one.active(job.name()).stream().findFirst().ifPresent(run -> {
            throw one.refusal(job.name(), run);
        });
        return runs.start(job.name(), values);
    }

    private static Map<String, String> values(DeclaredJob job, Map<String, String> texts) {
        Map<String, String> values = new TreeMap<>();
        job.parameters()
                .forEach(parameter -> values.put(parameter.name(), parameter.value(texts.get(parameter.name()))));
        return values;
    }
}
