package org.computility.results;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
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

    /** How long a drop waits for each of its locks. */
    private static final String PATIENCE = "2s";

    @Inject
    DayPartitions partitions;

    @Inject
    Clock clock;

    private final Set<LocalDate> seen = ConcurrentHashMap.newKeySet();

    /** Today and the next days. */
    @PostConstruct
    public void openAhead() {
        for (int i = 0; i <= AHEAD; i++) {
            partitions.open(today().plusDays(i));
        }
    }

    /**
     * Keeps days from being dropped until the caller's transaction ends, and answers those that are still to be opened
     * with {@link #open}. It asks in that transaction: {@code open} needs a connection of its own, and hundreds of late
     * deliveries would wait for each other's.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<LocalDate> hold(Collection<LocalDate> days) {
        if (!days.stream().allMatch(this::isYoung)) {
            partitions.holdOldDays();
        }
        return days.stream().filter(day -> !isOpen(day)).toList();
    }

    /** Opens that day, committed before this returns. */
    public void open(LocalDate day) {
        partitions.open(day);
        if (isYoung(day)) {
            seen.add(day);
        }
    }

    /** A young day that this server has seen open costs nothing. */
    private boolean isOpen(LocalDate day) {
        return isYoung(day) ? seen.contains(day) : partitions.isThere(day);
    }

    /** The days before that day that may be dropped if they are empty, the oldest first. */
    public List<LocalDate> droppable(LocalDate before) {
        LocalDate young = today().minusDays(YOUNG + DIFFERENCE);
        return partitions.days().stream()
                .filter(day -> day.isBefore(before) && day.isBefore(young) && partitions.isEmpty(day))
                .toList();
    }

    /**
     * Drops a day unless it has results by now. Deliveries of old days wait while it looks; everybody who reads or writes
     * results waits only while the table goes. Throws when others use the results for longer than it waits for them.
     */
    public boolean dropIfEmpty(LocalDate day) {
        partitions.keepWritersFrom(day, PATIENCE);
        if (!partitions.isEmpty(day)) {
            return false;
        }
        partitions.lock();
        partitions.drop(day);
        return true;
    }

    private boolean isYoung(LocalDate day) {
        return !day.isBefore(today().minusDays(YOUNG));
    }

    private LocalDate today() {
        return TaskResult.day(clock.instant());
    }
}
