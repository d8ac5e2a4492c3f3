package org.computility.energy.capacity;

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

/** On every server: notes each minute what centers have; what has not changed is noted once. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CapacityRounds {

    private static final Logger LOG = Logger.getLogger(CapacityRounds.class.getName());

    @EJB
    private CapacityNoting noting;

    private final Rounds rounds = new Rounds(LOG, "What centers have could not be noted; again in a minute.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    void everyMinute() {
        rounds.run(noting::note);
    }
}
