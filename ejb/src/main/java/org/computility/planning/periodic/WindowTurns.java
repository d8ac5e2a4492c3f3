package org.computility.planning.periodic;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.computility.shared.StandardTime;
import org.computility.shared.database.Columns;

/** What {@link PeriodicPlans} writes down, one transaction and three statements for a thousand plans. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WindowTurns {

    /** A server that lives has begun to tell nodes by then. */
    private static final Duration TOLD = Duration.ofSeconds(5);

    @Inject
    Timetables timetables;

    @Inject
    Clock clock;

    /** In which windows are meant. */
    ZoneId zone;

    @PostConstruct
    void configure() {
        zone = StandardTime.zone();
    }

    /**
     * Opens or closes plans that are due, as it should be now: what was missed while no server ran is not made up for. Plans
     * that others hold stay due.
     */
    public WindowTurn next(int most) {
        Instant now = clock.instant();
        List<Timetable> due = timetables.due(now, most);
        if (due.isEmpty()) {
            return WindowTurn.NONE;
        }
        Long[] plans = Columns.of(due, Timetable::id, Long[]::new);
        Boolean[] open = Columns.of(due, plan -> plan.isOpen(now, zone), Boolean[]::new);
        timetables.write(plans, Columns.of(due, plan -> plan.changesAfter(now, zone), Instant[]::new));
        List<UUID> closed = timetables.follow(plans, open, now, now.plus(TOLD));
        return new WindowTurn(due.size(), List.of(open).contains(true), closed);
    }

    /** All plans with windows are due: this server's zone, or what is known of it, may be another than before. */
    public void lookAgain() {
        timetables.lookAgain(clock.instant());
    }
}
