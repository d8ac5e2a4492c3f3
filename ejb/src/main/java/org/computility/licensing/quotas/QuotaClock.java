package org.computility.licensing.quotas;

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

/** Every five seconds, on every server: asks authorization servers for what is too old. Questions are claimed, so each is asked once. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class QuotaClock {

    private static final Logger LOG = Logger.getLogger(QuotaClock.class.getName());

    @EJB
    private LiveQuotas quotas;

    private final Rounds rounds = new Rounds(LOG, "Authorization servers were not asked for quotas; again in 5 s.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void tick() {
        rounds.run(quotas::refresh);
    }
}
