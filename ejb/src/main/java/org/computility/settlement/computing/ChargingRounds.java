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
import java.util.logging.Logger;
import org.computility.settlement.bills.OrderSettlement;
import org.computility.settlement.computing.budget.BudgetKeeping;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/** Every five seconds, on every server: charges what has run, and stops what nobody pays for any more. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChargingRounds {

    private static final Logger LOG = Logger.getLogger(ChargingRounds.class.getName());

    @EJB
    private JobCharging charging;

    @EJB
    private OrderSettlement settlement;

    @EJB
    private BudgetKeeping budgets;

    private final Rounds charges = new Rounds(LOG, "Jobs could not be charged; again in five seconds.");
    private final Rounds stops = new Rounds(LOG, "Budgets of jobs could not be kept; again in five seconds.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void everyFiveSeconds() {
        charges.run(new ChargingTurn(charging::charge, settlement::settleAll)::run);
        stops.run(budgets::keep);
    }
}
