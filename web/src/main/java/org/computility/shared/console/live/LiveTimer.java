package org.computility.shared.console.live;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/** Looks every two seconds. Slow figures are asked for separately, so that a slow node keeps nobody waiting. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LiveTimer {

    private static final Logger LOG = Logger.getLogger(LiveTimer.class.getName());

    @Inject
    private Watchers watchers;

    private final Rounds looks = new Rounds(LOG, "Open pages could not be told what is new; again in two seconds.");
    private final Rounds renewals = new Rounds(LOG, "Figures for open pages could not be had; again in ten seconds.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void everyTwoSeconds() {
        looks.run(watchers::look);
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void everyTenSeconds() {
        renewals.run(watchers::renew);
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "5/15", persistent = false)
    void everyQuarterOfAMinute() {
        watchers.keepAlive();
    }
}
