package org.computility.shared.idempotency;

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

/** On every server: says every ten seconds which calls with keys still run, and forgets old keys every ten minutes. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyRounds {

    private static final Logger LOG = Logger.getLogger(KeyRounds.class.getName());

    @EJB
    private IdempotencyKeys keys;

    private final Rounds living = new Rounds(LOG, "Calls with keys could not be said to run; again in ten seconds.");
    private final Rounds purging = new Rounds(LOG, "Old keys could not be forgotten; again in ten minutes.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void everyTenSeconds() {
        living.run(keys::stayAlive);
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void everyTenMinutes() {
        purging.run(keys::purge);
    }
}
