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
import org.computility.planning.inspection.Group;
import org.computility.planning.inspection.Inspections;
import org.computility.planning.inspection.Inspections.Ending;

/**
 * One inspection, group after group. The next group begins only when every node has confirmed that the group before is
 * stopped, or when that group's own time limit must have ended it. So there are never more than {@code Concurrency}
 * instances at once.
 */
final class InspectionRun {

    private static final Logger LOG = Logger.getLogger(InspectionRun.class.getName());

    /** Nodes end tasks by themselves after their duration; the stop that confirms the end comes this much later. */
    private static final Duration GRACE = Duration.ofMillis(300);

    /** Between two tries to reach a node that did not confirm, or a plan that has nobody to inspect. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A task that a node accepted without our hearing of it began at most this long after the last try. */
    private static final Duration UNHEARD = Duration.ofSeconds(5);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** The run's progress: the number of the round, and the number of instances in the running group. */
    interface Progress {
        void show(double percent, Map<String, Long> facts);
    }

    private final Inspections inspections;
    private final long planId;
    private final long runId;
    private final Progress progress;
    private final StopSignal stop;
    private final Clock clock;

    InspectionRun(Inspections inspections, long planId, long runId, Progress progress, StopSignal stop, Clock clock) {
        this.inspections = inspections;
        this.planId = planId;
        this.runId = runId;
        this.progress = progress;
        this.stop = stop;
        this.clock = clock;
    }

    /** Works until the plan is off (answers true), or until the run is asked to stop (answers false). */
    boolean untilOff() {
        while (!stop.isRaised()) {
            Optional<Group> next =
                    surviving("take the next group", () -> inspections.next(planId, runId), Optional.empty());
            if (next.isPresent()) {
                take(next.get());
            } else if (!surviving("ask for the plan", this::isRunning, true)) {
                return true;
            } else {
                stop.await(PAUSE);
            }
        }
        return false;
    }

    private void take(Group group) {
        if (group.interrupted()) {
            end(
                    inspections.active(planId),
                    Ending.INTERRUPTED,
                    clock.instant().plus(group.duration()).plus(UNHEARD));
        }
        if (stop.isRaised()) {
            return;
        }
        showProgress(group);
        surviving(
                "start a group",
                () -> {
                    inspections.begin(group);
                    return true;
                },
                false);
        Instant over = clock.instant().plus(group.duration()).plus(GRACE);
        if (stop.await(Duration.between(clock.instant(), over))) {
            interrupt();
            return;
        }
        end(group.instances(), Ending.FINISHED, over.plus(UNHEARD));
        if (!stop.isRaised()) {
            surviving(
                    "finish a group",
                    () -> {
                        inspections.finish(group);
                        return true;
                    },
                    false);
            showProgress(group);
        }
    }

    /** Stops these instances until every node has confirmed, but no longer than their own limit lets them live. */
    private void end(Collection<UUID> instances, Ending ending, Instant surely) {
        Collection<UUID> left = instances;
        while (!left.isEmpty()) {
            Collection<UUID> asked = left;
            Set<UUID> silent = surviving("stop a group", () -> inspections.stop(asked, ending), Set.of());
            if (!silent.isEmpty() && !clock.instant().isBefore(surely)) {
                surviving(
                        "give a group up",
                        () -> {
                            inspections.presumeStopped(silent, ending);
                            return true;
                        },
                        false);
                return;
            }
            left = silent;
            if (!left.isEmpty() && stop.await(PAUSE)) {
                return;
            }
        }
    }

    /**
     * Asked to stop in mid-group. If the plan was stopped, its instances are stopped, too; else this stops them, once.
     */
    private void interrupt() {
        try {
            if (isRunning()) {
                inspections.stop(inspections.active(planId), Ending.INTERRUPTED);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "The group's own time limit ends it: {0}", e.getMessage());
        }
    }

    private boolean isRunning() {
        return inspections.isRunning(planId, runId);
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

    /** Repeats the step until it succeeds: the database may be away for a while, the inspection outlives it. */
    private <T> T surviving(String what, Supplier<T> step, T whenStopped) {
        Duration pause = PAUSE;
        while (true) {
            try {
                return step.get();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "Could not " + what + "; trying again.");
                if (stop.await(pause)) {
                    return whenStopped;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }
}
