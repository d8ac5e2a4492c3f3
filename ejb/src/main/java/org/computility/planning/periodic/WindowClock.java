package org.computility.planning.periodic;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.time.Duration;
import java.util.logging.Logger;
import org.computility.operations.declared.JobStarts;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Every second, on every server: starts the job when a plan has to be opened or closed. Where no plan is due, a tick is one
 * small query.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class WindowClock {

    private static final Logger LOG = Logger.getLogger(WindowClock.class.getName());

    /** The job's run is with a server that has died, or waits for a thread. */
    private static final Duration OVERDUE = Duration.ofSeconds(3);

    @EJB
    private PeriodicPlans plans;

    @EJB
    private WindowTurns turns;

    @EJB
    private JobStarts jobs;

    private final RunPeriodicPlansJob job = new RunPeriodicPlansJob();
    private final Rounds rounds = new Rounds(LOG, "Plans were not opened or closed; again in a second.");
    private volatile boolean known;

    /** One tick; while a tick takes longer, the next ticks are left out. */
    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        rounds.run(this::look);
    }

    private void look() {
        if (!known) {
            turns.lookAgain();
            known = true;
        }
        if (!plans.isAnyDue()) {
            return;
        }
        if (plans.isAnyDueSince(OVERDUE)) {
            plans.follow();
        } else {
            jobs.startUnlessActive(job);
        }
    }
}
