package org.computility.planning.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.operations.turns.TurnWork;
import org.computility.planning.inspection.Group;
import org.computility.planning.inspection.Inspections;
import org.computility.planning.inspection.Inspections.Ending;

/**
 * One inspection, group after group: a turn begins a group, the next one ends it. A group begins only when every node has
 * confirmed that the group before is stopped, or when that group's own time limit must have ended it. So there are never
 * more than {@code Concurrency} instances at once.
 */
final class InspectionTurns implements TurnWork {

    private static final Logger LOG = Logger.getLogger(InspectionTurns.class.getName());

    /** Nodes end tasks by themselves after their duration; the stop that confirms the end comes this much later. */
    private static final Duration GRACE = Duration.ofMillis(300);

    /** Between two tries to reach a node that did not confirm, or a plan that has nobody to inspect. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A task that a node accepted without our hearing of it began at most this long after the last try. */
    private static final Duration UNHEARD = Duration.ofSeconds(5);

    /** The run's progress: the number of the round, and the number of instances in the running group. */
    interface Progress {
        void show(double percent, Map<String, Long> facts);
    }

    private final Inspections inspections;
    private final long planId;
    private final long runId;
    private final Progress progress;
    private final Clock clock;
    /** What the next turn does; it names what comes after it, and says when. */
    private Supplier<Optional<Instant>> next = this::takeGroup;

    InspectionTurns(Inspections inspections, long planId, long runId, Progress progress, Clock clock) {
        this.inspections = inspections;
        this.planId = planId;
        this.runId = runId;
        this.progress = progress;
        this.clock = clock;
    }

    /** Empty once the plan is off or another run's. */
    @Override
    public Optional<Instant> turn() {
        return next.get();
    }

    /** Where the plan was stopped, its instances are stopped, too; else this stops them, once. */
    @Override
    public void giveUp() {
        if (inspections.isRunning(planId, runId)) {
            inspections.stop(inspections.active(planId), Ending.INTERRUPTED);
        }
    }

    private Optional<Instant> takeGroup() {
        Optional<Group> found = inspections.next(planId, runId);
        if (found.isEmpty()) {
            return inspections.isRunning(planId, runId) ? after(PAUSE, this::takeGroup) : Optional.empty();
        }
        Group group = found.get();
        if (!group.interrupted()) {
            return begin(group);
        }
        // The next try of this turn, should one fail from here on, finds the group interrupted again.
        Instant surely = clock.instant().plus(group.duration()).plus(UNHEARD);
        return end(inspections.active(planId), Ending.INTERRUPTED, surely, () -> begin(group));
    }

    private Optional<Instant> begin(Group group) {
        next = () -> begin(group);
        showProgress(group);
        inspections.begin(group);
        Duration whole = group.duration().plus(GRACE);
        Instant surely = clock.instant().plus(whole).plus(UNHEARD);
        return after(whole, () -> end(group.instances(), Ending.FINISHED, surely, () -> finish(group)));
    }

    /** Stops these instances until every node has confirmed, but no longer than their own limit lets them live. */
    private Optional<Instant> end(
            Collection<UUID> instances, Ending ending, Instant surely, Supplier<Optional<Instant>> then) {
        Set<UUID> silent = inspections.stop(instances, ending);
        if (!silent.isEmpty() && clock.instant().isBefore(surely)) {
            return after(PAUSE, () -> end(silent, ending, surely, then));
        }
        if (!silent.isEmpty()) {
            inspections.presumeStopped(silent, ending);
        }
        next = then;
        return then.get();
    }

    private Optional<Instant> finish(Group group) {
        inspections.finish(group);
        next = this::takeGroup;
        showProgress(group);
        return takeGroup();
    }

    private Optional<Instant> after(Duration pause, Supplier<Optional<Instant>> step) {
        next = step;
        return Optional.of(clock.instant().plus(pause));
    }

    private void showProgress(Group group) {
        try {
            progress.show(
                    inspections.progress(planId),
                    Map.of(
                            "round", (long) group.round(),
                            "instances", (long) group.instances().size()));
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "Progress not shown", e);
        }
    }
}
