package org.computility.planning;

import java.time.Instant;
import java.util.List;
import org.computility.planning.periodic.Opening;
import org.computility.planning.periodic.Windows;
import org.computility.shared.StandardTime;

/**
 * When a plan may run.
 *
 * @param zone in which {@code PlanDayTime} is meant
 * @param open whether it may run now; a plan without windows always may
 * @param opensAt when it opens next after it was closed; null: it is never closed
 * @param closesAt when it closes next; null: never
 * @param coming windows that begin later, the next ten at most
 * @param heldInstances wanted, but closed by these windows: the opening starts them
 * @param pausedInstances wanted by nobody, never started or stopped by somebody: the opening leaves them alone
 */
public record PlanWindowsView(
        long planId,
        String zone,
        boolean open,
        Instant opensAt,
        Instant closesAt,
        List<Opening> coming,
        long heldInstances,
        long pausedInstances) {

    private static final int MOST = 10;

    static PlanWindowsView of(long planId, Windows windows, Instant now, long held, long paused) {
        boolean open = windows.isOpen(now);
        List<Opening> coming = windows.coming(now, MOST);
        Opening next = coming.isEmpty() ? new Opening(null, null) : coming.get(0);
        return new PlanWindowsView(
                planId,
                StandardTime.zone().getId(),
                open,
                next.opensAt(),
                open ? windows.nextChange(now).orElse(null) : next.closesAt(),
                coming,
                held,
                paused);
    }
}
