package org.computility.settlement.computing;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.operations.leases.NamedLeases;
import org.computility.settlement.bills.OrderSettlement;
import org.computility.settlement.computing.budget.BudgetKeeping;
import org.computility.settlement.computing.budget.UnpaidJob;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/** Every five seconds, on every server: charges what has run and was called, and stops what nobody pays for any more. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChargingRounds {

    private static final Logger LOG = Logger.getLogger(ChargingRounds.class.getName());

    private static final Duration LEASE = Duration.ofSeconds(15);

    @EJB
    JobCharging charging;

    @EJB
    ServiceCharging calls;

    @EJB
    OrderSettlement settlement;

    @EJB
    BudgetKeeping budgets;

    @Inject
    NamedLeases leases;

    private final Rounds charges = new Rounds(LOG, "Jobs could not be charged; again in five seconds.");
    private final Rounds callCharges =
            new Rounds(LOG, "Calls of services could not be charged; again in five seconds.");
    private final Rounds stops = new Rounds(LOG, "Budgets of jobs could not be kept; again in five seconds.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void everyFiveSeconds() {
        charges.run(
                () -> ChargingTurn.ofSeconds(charging, settlement::settleAll).run());
        callCharges.run(() -> ChargingTurn.ofCalls(calls, settlement::settleAll).run());
        stops.run(() -> {
            if (leases.acquire("job-budgets", LEASE)) {
                budgets.overdrawn().forEach(this::stop);
            }
        });
    }

    private void stop(UnpaidJob job) {
        try {
            budgets.stop(job);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Job " + job.jobId() + " could not be stopped; again in five seconds.");
        }
    }
}
