package org.computility.reporting.signing;

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

/** On every server: forgets old nonces every ten minutes. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NonceRounds {

    private static final Logger LOG = Logger.getLogger(NonceRounds.class.getName());

    @EJB
    private Signatures signatures;

    private final Rounds rounds = new Rounds(LOG, "Old nonces could not be forgotten; again in ten minutes.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void everyTenMinutes() {
        rounds.run(signatures::forget);
    }
}
