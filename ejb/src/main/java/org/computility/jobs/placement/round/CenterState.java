package org.computility.jobs.placement.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.CenterRoom;
import org.computility.jobs.placement.WaitingJob;

/** A center during a round. */
final class CenterState {

    final CenterRoom facts;
    /** By name. */
    final List<NodeRoom> nodes;

    private final long cores;
    /** For whom room is kept here, and from when on; null: for nobody. */
    String reservedFor;

    Instant reservedFrom;
    /** The first job within its quota that waits for this center, so that nobody borrows here; null: there is none. */
    String wantedBy;

    CenterState(CenterRoom facts) {
        this.facts = facts;
        nodes = facts.nodes().stream()
                .sorted(Comparator.comparing(NodeCapacity::name))
                .map(node -> new NodeRoom(this, node))
                .toList();
        cores = nodes.stream().mapToLong(node -> node.total.cores()).sum();
    }

    String id() {
        return facts.id();
    }

    /** Whether the job may run here at all, its organisation's quota and the room aside. */
    boolean isOpenTo(WaitingJob job) {
        return facts.connected()
                && job.places().mayUse(id())
                && job.places().unfitAt(id()) == null
                && job.places().hasImageAt(id())
                && !job.places().avoids(id());
    }

    /** Whether enough nodes could hold a task each if nothing else ran. */
    boolean couldEverHold(WaitingJob job, int tasks) {
        Amount task = job.ofEachNode();
        int able = 0;
        for (NodeRoom node : nodes) {
            if (node.couldHold(task, job.resources().accelerators()) && ++able >= tasks) {
                return true;
            }
        }
        return false;
    }

    /** Nodes for so many tasks now, the best first; null: there are too few. */
    List<NodeRoom> nodesFor(WaitingJob job, int tasks, Instant now) {
        Amount task = job.ofEachNode();
        boolean late = runsPastReservation(now.plus(job.wallLimit()));
        List<Able> able = new ArrayList<>();
        for (NodeRoom node : nodes) {
            Amount needed = needed(job, task, node);
            if (node.hasRoomFor(needed, late)
                    && node.couldHold(task, job.resources().accelerators())) {
                able.add(new Able(node, node.rank(needed)));
            }
        }
        if (able.size() < tasks) {
            return null;
        }
        if (tasks == 1) {
            return List.of(Collections.min(able, Able.BEST_FIRST).node);
        }
        able.sort(Able.BEST_FIRST);
        return able.subList(0, tasks).stream().map(Able::node).toList();
    }

    private record Able(NodeRoom node, int rank) {
        static final Comparator<Able> BEST_FIRST =
                Comparator.comparingInt(Able::rank).thenComparing(able -> able.node.name);
    }

    /** What the job takes of the node's free room: all but what is kept for it. */
    Amount needed(WaitingJob job, Amount task, NodeRoom node) {
        return job.favour().kept().isEmpty() ? task : task.beyond(job.favour().keptOn(id(), node.name));
    }

    boolean runsPastReservation(Instant end) {
        return reservedFor != null && end.isAfter(reservedFrom);
    }

    void give(WaitingJob job, NodeRoom node, Instant now) {
        Instant end = now.plus(job.wallLimit());
        node.give(needed(job, job.ofEachNode(), node), end, runsPastReservation(end));
    }

    long cores() {
        return cores;
    }

    long freeCores() {
        return nodes.stream().mapToLong(node -> node.free().cores()).sum();
    }
}
