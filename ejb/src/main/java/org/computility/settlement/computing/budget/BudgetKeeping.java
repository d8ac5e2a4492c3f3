package org.computility.settlement.computing.budget;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.jobs.JobsConfig;
import org.computility.jobs.register.JobEnding;
import org.computility.settlement.Money;
import org.computility.settlement.rating.Rating;

/**
 * Stops jobs that nobody pays for any more. It looks ahead for two rounds and the grace that a job has to end, since a job runs on
 * until its center has ended it: so a budget is kept, but for what a center takes longer than that.
 */
@Stateless
public class BudgetKeeping {

    private static final Logger LOG = Logger.getLogger(BudgetKeeping.class.getName());

    /** Two rounds. */
    private static final long ROUNDS_SECONDS = 10;

    @Inject
    JobBudgets budgets;

    @EJB
    JobEnding jobs;

    @EJB
    Rating rating;

    @Inject
    Clock clock;

    /** Until a job that is stopped now has ended. */
    long aheadSeconds = ROUNDS_SECONDS;

    @PostConstruct
    void configure() {
        aheadSeconds = aheadSeconds();
    }

    /** So long, by the settings of this server. */
    static long aheadSeconds() {
        return ROUNDS_SECONDS + JobsConfig.current().grace().toSeconds();
    }

    /** The jobs whose budget, or whose payer's balance, is used up. */
    public List<UnpaidJob> overdrawn() {
        Instant now = clock.instant();
        List<UnpaidJob> found = new ArrayList<>();
        for (JobBudgets.Used used : budgets.used(aheadSeconds, now)) {
            String budget = used.amount().toPlainString() + " " + used.currency();
            found.add(new UnpaidJob(used.jobId(), "its budget of " + budget + " is used up"));
        }
        budgets.payers(now).stream()
                .filter(payer -> isShort(payer, now))
                .forEach(payer -> found.addAll(jobsOf(payer, now)));
        return found;
    }

    /** Stops it, unless it has ended meanwhile. */
    public void stop(UnpaidJob job) {
        if (jobs.stop(job.jobId(), job.why())) {
            LOG.log(Level.INFO, "Job {0} was stopped: {1}.", new Object[] {job.jobId(), job.why()});
        }
    }

    // In this order: what is charged in between is missed for a round, not counted twice.
    private boolean isShort(JobBudgets.Payer payer, Instant now) {
        Money missing = rating.missing(payer.payerId(), payer.currency());
        BigDecimal uncharged = budgets.uncharged(payer.payerId(), payer.currency(), aheadSeconds, now);
        return missing.amount().add(uncharged).signum() > 0;
    }

    private List<UnpaidJob> jobsOf(JobBudgets.Payer payer, Instant now) {
        return budgets.jobs(payer.payerId(), payer.currency(), now).stream()
                .map(job -> new UnpaidJob(job, "the prepaid balance of its organisation is used up"))
                .toList();
    }
}
