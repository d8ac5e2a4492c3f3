package org.computility.jobs.placement.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.placement.Amount;

/** A node during a round: what of it is free, and what will be. */
final class NodeRoom {

    private static final int WHOLE = 1000;
    /** Nodes with accelerators come last for jobs that ask for none. */
    private static final int SPARED = 10 * WHOLE;

    /** Room that is free again from then on, at the latest. */
    private record Release(Instant at, Amount room) {}

    final CenterState center;
    final String name;
    final Amount total;
    /** What will be free beside what is, and is not counted on yet. */
    Amount coming = Amount.NONE;

    private final Accelerators accelerators;
    private final List<Release> releases = new ArrayList<>();
    private Amount free;
    private Amount atStart;
    /** What is free when the reservation begins, without what is reserved; null: nothing is reserved here. */
    private Amount late;

    NodeRoom(CenterState center, NodeCapacity node) {
        this.center = center;
        name = node.name();
        total = Amount.of(node);
        accelerators = node.accelerators();
        free = new Amount(node.freeCores(), node.freeMemoryBytes(), accelerators == null ? 0 : node.freeAccelerators());
        atStart = free;
    }

    Amount free() {
        return free;
    }

    Amount atStart() {
        return atStart;
    }

    /** What a task that runs on when the reservation begins may take. */
    Amount late() {
        return late == null ? free : late.least(free);
    }

    /** Whether a task has room now; {@code runsOn}: when the reservation begins, too. */
    boolean hasRoomFor(Amount task, boolean runsOn) {
        return task.fitsInto(free) && (!runsOn || late == null || task.fitsInto(late));
    }

    /** A running task holds this; {@code counted}: the free room lacks it already. */
    void holds(Amount room, Instant until, boolean counted) {
        if (!counted) {
            free = free.minus(room);
            atStart = free;
        }
        releases.add(new Release(until, room));
    }

    /** What runs here and is told by no release yet. */
    Amount unexplained() {
        Amount rest = total.minus(free);
        for (Release release : releases) {
            rest = rest.minus(release.room);
        }
        return rest;
    }

    /** A task of this round takes so much until then. */
    void give(Amount room, Instant until, boolean pastReservation) {
        free = free.minus(room);
        releases.add(new Release(until, room));
        if (late != null && pastReservation) {
            late = late.minus(room);
        }
    }

    /** Whether the node has the accelerators that the job asks for, and is large enough. */
    boolean couldHold(Amount task, Accelerators asked) {
        return task.fitsInto(total) && (asked == null || suits(asked));
    }

    private boolean suits(Accelerators asked) {
        return accelerators != null
                && asked.type().equalsIgnoreCase(accelerators.type())
                && (asked.product().isEmpty() || asked.product().equalsIgnoreCase(accelerators.product()))
                && (accelerators.memoryBytes() == 0 || asked.memoryBytes() <= accelerators.memoryBytes());
    }

    /** From when on so much is free, if nothing new comes; null: never. */
    Instant freeFrom(Amount task, Instant now) {
        Amount room = free;
        if (task.fitsInto(room)) {
            return now;
        }
        releases.sort(Comparator.comparing(Release::at));
        for (Release release : releases) {
            room = room.plus(release.room);
            if (task.fitsInto(room)) {
                return release.at;
            }
        }
        return null;
    }

    /** Keeps so much free from then on. */
    void reserve(Amount task, Instant from) {
        late = free.minus(task);
        for (Release release : releases) {
            if (!release.at.isAfter(from)) {
                late = late.plus(release.room);
            }
        }
    }

    /** How much of the node is left over after the task, in thousandths of it. */
    int leftAfter(Amount task) {
        long sum = part(free.cores() - task.cores(), total.cores())
                + part(free.memoryBytes() - task.memoryBytes(), total.memoryBytes());
        if (total.accelerators() == 0) {
            return (int) (sum / 2);
        }
        return (int) ((sum + part(free.accelerators() - task.accelerators(), total.accelerators())) / 3);
    }

    /** The order in which nodes are taken: those where least is left over, and without need none with accelerators. */
    int rank(Amount task) {
        return leftAfter(task) + (task.accelerators() == 0 && total.accelerators() > 0 ? SPARED : 0);
    }

    private static long part(long left, long whole) {
        return whole <= 0 ? 0 : Math.max(0, left) * WHOLE / whole;
    }
}
