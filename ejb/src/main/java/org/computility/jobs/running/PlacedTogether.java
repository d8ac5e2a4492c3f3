package org.computility.jobs.running;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.register.JobPlacements.ChosenJob;
import org.computility.shared.database.outage.Outage;

/** Writes down what a round has chosen, many jobs in one transaction: each commit waits for the disk. */
final class PlacedTogether {

    private static final Logger LOG = Logger.getLogger(PlacedTogether.class.getName());

    /** So few that a transaction lasts a small part of the lease of placing. */
    private static final int MOST_TASKS = 100;

    private final JobPlacements placements;

    PlacedTogether(JobPlacements placements) {
        this.placements = placements;
    }

    /**
     * In the order in which they were chosen. A job that cannot be written holds up no other: it is chosen again in the next round.
     *
     * @param goesOn asked before each transaction: false where another server places now
     * @return false where another server does, so that the rest was not written
     */
    boolean write(List<ChosenJob> chosen, Instant silentSince, BooleanSupplier goesOn) {
        List<ChosenJob> some = new ArrayList<>();
        int tasks = 0;
        for (ChosenJob job : chosen) {
            int more = job.choices().size();
            if (!some.isEmpty() && tasks + more > MOST_TASKS) {
                if (!together(some, silentSince, goesOn)) {
                    return false;
                }
                some = new ArrayList<>();
                tasks = 0;
            }
            some.add(job);
            tasks += more;
        }
        return some.isEmpty() || together(some, silentSince, goesOn);
    }

    private boolean together(List<ChosenJob> jobs, Instant silentSince, BooleanSupplier goesOn) {
        if (!goesOn.getAsBoolean()) {
            return false;
        }
        List<ChosenJob> busy;
        try {
            busy = placements.placeTogether(jobs, silentSince);
        } catch (RuntimeException e) {
            return apart(jobs, silentSince, goesOn, e);
        }
        for (ChosenJob job : busy) {
            if (!alone(job, silentSince, goesOn)) {
                return false;
            }
        }
        return true;
    }

    // By halves: one that fails among a hundred costs some transactions more, not a hundred.
    private boolean apart(List<ChosenJob> jobs, Instant silentSince, BooleanSupplier goesOn, RuntimeException failure) {
        if (Outage.isOne(failure)) {
            throw failure;
        }
        if (jobs.size() == 1) {
            complain(jobs.get(0), failure);
            return true;
        }
        int half = jobs.size() / 2;
        return together(jobs.subList(0, half), silentSince, goesOn)
                && together(jobs.subList(half, jobs.size()), silentSince, goesOn);
    }

    /** Waits for whoever changes the job. */
    private boolean alone(ChosenJob job, Instant silentSince, BooleanSupplier goesOn) {
        if (!goesOn.getAsBoolean()) {
            return false;
        }
        try {
            placements.place(job, silentSince);
        } catch (RuntimeException e) {
            if (Outage.isOne(e)) {
                throw e;
            }
            complain(job, e);
        }
        return true;
    }

    private static void complain(ChosenJob job, RuntimeException failure) {
        LOG.log(Level.WARNING, failure, () -> "Job " + job.jobId() + " could not be placed; again in a second.");
    }
}
