package org.computility.results;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import org.computility.shared.database.outage.WhileDatabaseAnswers;

/** Four times a day: the days to come have their partitions. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ResultDayRounds {

    @EJB
    private ResultDays days;

    @WhileDatabaseAnswers
    @Schedule(hour = "*/6", persistent = false)
    void everySixHours() {
        days.openAhead();
    }
}
