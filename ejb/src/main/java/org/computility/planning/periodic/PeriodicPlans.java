package org.computility.planning.periodic;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.planning.dispatch.Dispatch;

/**
 * Opens and closes periodic plans by their windows, for the batch job {@code run-periodic-plans}. It may be broken off at any
 * point, and done by any number of servers at the same time.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PeriodicPlans {

    private static final int AT_ONCE = 1000;

    @EJB
    WindowTurns turns;

    @EJB
    Dispatch dispatch;

    @Inject
    Timetables timetables;

    @Inject
    Clock clock;

    /** Whether a plan has to be opened or closed. */
    public boolean isAnyDue() {
        return timetables.isAnyDue(clock.instant());
    }

    /** Whether a plan should have been opened or closed so long ago. */
    public boolean isAnyDueSince(Duration late) {
        return timetables.isAnyDue(clock.instant().minus(late));
    }

    /** Opens and closes all that is due, and answers how many plans that were; their nodes are told meanwhile. */
    public int follow() {
        int plans = 0;
        boolean opened = false;
        List<UUID> closed = new ArrayList<>();
        WindowTurn turn;
        do {
            turn = turns.next(AT_ONCE);
            plans += turn.plans();
            opened |= turn.opened();
            closed.addAll(turn.closed());
        } while (turn.plans() == AT_ONCE);
        if (opened || !closed.isEmpty()) {
            dispatch.followWindows(closed, opened);
        }
        return plans;
    }
}
