package org.computility.results;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Opens partitions of results: some days ahead by the clock, any other day when the first result of it comes. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ResultDays {

    private static final int AHEAD = 3;

    @Inject
    private TaskResults results;

    @Inject
    private Clock clock;

    private final Set<LocalDate> seen = ConcurrentHashMap.newKeySet();

    /** Today and the next days. */
    @PostConstruct
    @Schedule(hour = "*/6", persistent = false)
    public void openAhead() {
        LocalDate today = TaskResult.day(clock.instant());
        for (int i = 0; i <= AHEAD; i++) {
            results.openDay(today.plusDays(i));
        }
    }

    /** That day, committed before this returns. A day that this server has seen open costs nothing. */
    public void open(LocalDate day) {
        if (!seen.contains(day)) {
            results.openDay(day);
            seen.add(day);
        }
    }
}
