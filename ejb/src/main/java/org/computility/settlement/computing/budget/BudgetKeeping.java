package org.computility.settlement.computing.budget;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.jobs.register.JobEnding;
import org.computility.settlement.Money;
import org.computility.settlement.rating.Rating;

/**
 * Stops jobs that nobody pays for any more. It looks a little ahead, since a job runs on until its center has ended it: so a
 * budget is kept, but for what a center takes longer than that.
 */
@Stateless
public class BudgetKeeping {

    private static final Logger LOG = Logger.getLogger(BudgetKeeping.class.getName());

    /** Two rounds. */
    private static final long AHEAD_SECONDS = 10;

    @Inject
    JobBudgets budgets;

    @EJB
    JobEnding jobs;

    @EJB
    Rating rating;

    @Inject
    Clock clock;

    /** Stops the jobs whose budget, or whose payer's balance, is used up; those that have ended meanwhile stay as they are. */
    public void keep() {
        Instant now = clock.instant();
        for (JobBudgets.Used used : budgets.used(AHEAD_SECONDS, now)) {
            String budget = used.amount().toPlainString() + " " + used.currency();
            if (jobs.stop(used.jobId(), "its budget of " + budget + " is used up")) {
                LOG.log(Level.INFO, "Job {0} has used its budget of {1}.", new Object[] {used.jobId(), budget});
            }
        }
        budgets.running(AHEAD_SECONDS, now).forEach(running -> keep(running, now));
    }

    private void keep(JobBudgets.Running running, Instant now) {
        Money missing = rating.missing(running.payerId(), running.currency());
        BigDecimal lacking = missing.amount().add(running.uncharged());
        if (lacking.signum() > 0) {
            budgets.jobs(running.payerId(), running.currency(), now)
                    .forEach(job -> jobs.stop(job, "the prepaid balance of its organisation is used up"));
        }
    }
}
