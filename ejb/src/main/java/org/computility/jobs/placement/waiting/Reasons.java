package org.computility.jobs.placement.waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.Turns;
import org.computility.jobs.placement.Turns.CenterTurn;
import org.computility.jobs.placement.Turns.NodeTurn;
import org.computility.jobs.placement.Turns.Turn;
import org.computility.jobs.placement.WaitingJob;
import org.computility.jobs.placement.waiting.CenterReason.Shortage;
import org.computility.jobs.placement.waiting.Lacks.Lack;

/** What keeps a job from each center. */
final class Reasons {

    private final Snapshot snapshot;
    private final WaitingJob job;
    private final Turns turns;

    Reasons(Snapshot snapshot, WaitingJob job, Turns turns) {
        this.snapshot = snapshot;
        this.job = job;
        this.turns = turns;
    }

    List<CenterReason> all() {
        Turn last = turns.borrowing() == null ? turns.within() : turns.borrowing();
        return last.centers().stream().map(this::of).toList();
    }

    private CenterReason of(CenterTurn center) {
        int tasks = tasksAt(center.facts().id());
        boolean late = Lacks.runsPastReservation(center, snapshot, job.wallLimit());
        List<Lack> lacks = Lacks.of(center, job, late);
        int able =
                (int) lacks.stream().filter(lack -> lack.lacking().isNothing()).count();
        Constraint constraint = constraint(center, tasks, lacks.size(), able);
        return new CenterReason(
                center.facts().id(),
                constraint,
                tasks,
                able,
                lacks.stream()
                        .filter(lack -> !lack.lacking().isNothing())
                        .map(lack -> new Shortage(lack.node(), lack.lacking()))
                        .toList(),
                jobs(center, constraint),
                constraint == Constraint.RESERVED ? center.reservedFrom() : null);
    }

    private Constraint constraint(CenterTurn center, int tasks, int could, int able) {
        String id = center.facts().id();
        if (!job.places().mayUse(id)) {
            return Constraint.NOT_NAMED;
        } else if (!center.facts().connected()) {
            return Constraint.NOT_CONNECTED;
        } else if (job.places().unfitAt(id) != null) {
            return Constraint.valueOf(job.places().unfitAt(id).name());
        } else if (!job.places().hasImageAt(id)) {
            return Constraint.IMAGE_ELSEWHERE;
        } else if (job.places().avoids(id)) {
            return Constraint.AVOIDED;
        } else if (could < tasks) {
            return Constraint.NEVER_FITS;
        } else if (turns.placed() != null) {
            return isPlacedAt(id) ? Constraint.NONE : Constraint.OTHER_CENTER;
        } else if (center.wantedBy() != null && turns.borrowing() != null) {
            return Constraint.QUOTA;
        } else if (nodesWith(center, NodeTurn::atStart) < tasks) {
            return Constraint.SHORT;
        } else if (nodesWith(center, NodeTurn::free) < tasks) {
            return Constraint.BEHIND;
        }
        return able < tasks ? Constraint.RESERVED : Constraint.OTHER_CENTER;
    }

    private int tasksAt(String centerId) {
        int index = job.places().named().indexOf(centerId);
        return index < 0
                ? job.resources().nodes()
                : job.places().tasksAt(index, job.resources().nodes());
    }

    private boolean isPlacedAt(String centerId) {
        return turns.placed().tasks().stream()
                .anyMatch(place -> place.centerId().equals(centerId));
    }

    private long nodesWith(CenterTurn center, Function<NodeTurn, Amount> room) {
        return center.nodes().stream()
                .filter(node -> node.couldHold() && fits(center, node, room.apply(node)))
                .count();
    }

    private boolean fits(CenterTurn center, NodeTurn node, Amount room) {
        Amount kept = job.favour().keptOn(center.facts().id(), node.name());
        return job.ofEachNode().beyond(kept).fitsInto(room);
    }

    private List<String> jobs(CenterTurn center, Constraint constraint) {
        return switch (constraint) {
            case QUOTA -> List.of(center.wantedBy());
            case RESERVED -> List.of(center.reservedFor());
            case BEHIND -> before(center);
            default -> List.of();
        };
    }

    /** Who was given the room that this job would have had. */
    private List<String> before(CenterTurn center) {
        List<Decision.Place> lost = new ArrayList<>();
        for (NodeTurn node : center.nodes()) {
            if (node.couldHold() && fits(center, node, node.atStart()) && !fits(center, node, node.free())) {
                lost.add(new Decision.Place(center.facts().id(), node.name()));
            }
        }
        return turns.before().stream()
                .filter(placed -> placed.tasks().stream().anyMatch(lost::contains))
                .map(Decision.Placed::jobId)
                .toList();
    }
}
