package org.computility.trading.retention;

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
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/** Every ten minutes, on every server: forgets old calls and uses, portion by portion. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class TraceRounds {

    private static final Logger LOG = Logger.getLogger(TraceRounds.class.getName());

    @EJB
    private TracePurge purge;

    private final Rounds rounds = new Rounds(LOG, "Old calls and uses could not be forgotten; again in ten minutes.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "6/10", persistent = false)
    void everyTenMinutes() {
        rounds.run(() -> {
            while (purge.purgeSomeCalls()) {
                // Until none are left.
            }
            while (purge.purgeSomeUses()) {
                // Until none are left.
            }
        });
    }
}
