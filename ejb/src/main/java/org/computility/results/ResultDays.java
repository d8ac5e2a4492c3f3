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
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens partitions of results: some days ahead by the clock, any other day when its first result comes. Drops old
 * partitions that are empty.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ResultDays {

    private static final int AHEAD = 3;

    /** So many past days are never dropped: nearly all results are of these days, and storing them takes no lock. */
    private static final int YOUNG = 2;

    /** The clocks of two servers differ by less than this many days. */
    private static final int DIFFERENCE = 1;

    /** How long a drop waits; everybody who reads results waits as long. */
    private static final String PATIENCE = "2s";

    @Inject
    DayPartitions partitions;

    @Inject
    Clock clock;

    private final Set<LocalDate> seen = ConcurrentHashMap.newKeySet();

    /** Today and the next days. */
    @PostConstruct
    @Schedule(hour = "*/6", persistent = false)
    public void openAhead() {
        for (int i = 0; i <= AHEAD; i++) {
            partitions.open(today().plusDays(i));
        }
    }

    /**
     * Keeps open days from being dropped until the caller's transaction ends. To be called before {@link #open}, which
     * commits by itself.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void hold(Collection<LocalDate> days) {
        if (!days.stream().allMatch(this::isYoung)) {
            partitions.holdOldDays();
        }
    }

    /** Opens that day, committed before this returns. A young day that this server has seen open costs nothing. */
    public void open(LocalDate day) {
        if (!isYoung(day)) {
            partitions.open(day);
        } else if (!seen.contains(day)) {
            partitions.open(day);
            seen.add(day);
        }
    }

    /** The days before that day that may be dropped if they are empty, the oldest first. */
    public List<LocalDate> droppable(LocalDate before) {
        LocalDate young = today().minusDays(YOUNG + DIFFERENCE);
        return partitions.days().stream()
                .filter(day -> day.isBefore(before) && day.isBefore(young) && partitions.isEmpty(day))
                .toList();
    }

    /** Drops a day unless it has results by now. Throws when others use the results for longer than two seconds. */
    public boolean dropIfEmpty(LocalDate day) {
        partitions.lock(PATIENCE);
        boolean empty = partitions.isEmpty(day);
        if (empty) {
            partitions.drop(day);
        }
        return empty;
    }

    private boolean isYoung(LocalDate day) {
        return !day.isBefore(today().minusDays(YOUNG));
    }

    private LocalDate today() {
        return TaskResult.day(clock.instant());
    }
}
