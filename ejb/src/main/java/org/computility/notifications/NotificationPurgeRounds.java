package org.computility.notifications;

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

/** Every ten minutes, on every server: forgets old notifications, portion by portion. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationPurgeRounds {

    private static final Logger LOG = Logger.getLogger(NotificationPurgeRounds.class.getName());

    @EJB
    private NotificationPurge purge;

    private final Rounds rounds = new Rounds(LOG, "Old notifications could not be forgotten; again in ten minutes.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "3/10", persistent = false)
    void everyTenMinutes() {
        rounds.run(() -> {
            while (purge.purgeSome()) {
                // Until none are left.
            }
        });
    }
}
