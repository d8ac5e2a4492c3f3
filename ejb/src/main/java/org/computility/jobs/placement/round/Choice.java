package org.computility.jobs.placement.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.computility.jobs.placement.CenterScore;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.PlacementRules.ScoreWeights;
import org.computility.jobs.placement.Turns.CenterTurn;
import org.computility.jobs.placement.Turns.NodeTurn;
import org.computility.jobs.placement.Turns.Turn;
import org.computility.jobs.placement.WaitingJob;

/** Finds the places of one job at its turn. */
final class Choice {

    private final Network network;
    private final Scoring scoring;

    Choice(Network network, ScoreWeights weights) {
        this.network = network;
        scoring = new Scoring(weights);
    }

    /** Places all tasks of the job; null where they have no room. */
    Decision.Placed place(WaitingJob job, boolean borrowed) {
        return job.places().named().isEmpty() ? placeAtBest(job, borrowed) : placeAtNamed(job, borrowed);
    }

    private Decision.Placed placeAtBest(WaitingJob job, boolean borrowed) {
        List<Part> able = new ArrayList<>();
        for (CenterState center : network.centers.values()) {
            List<NodeRoom> nodes = isOpen(center, job, borrowed)
                    ? center.nodesFor(job, job.resources().nodes(), network.now)
                    : null;
            if (nodes != null) {
                able.add(new Part(center, nodes));
            }
        }
        if (able.isEmpty()) {
            return null;
        }
        List<CenterScore> scores = scoring.of(job, able);
        Part best = able.get(0);
        for (int i = 1; i < able.size(); i++) {
            if (scores.get(i).total() > scores.get(able.indexOf(best)).total()) {
                best = able.get(i);
            }
        }
        scores.sort(Comparator.comparingLong(CenterScore::total).reversed().thenComparing(CenterScore::centerId));
        return give(job, List.of(best), borrowed, scores);
    }

    private Decision.Placed placeAtNamed(WaitingJob job, boolean borrowed) {
        List<CenterState> named = network.named(job);
        if (named == null) {
            return null;
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            int tasks = job.places().tasksAt(i, job.resources().nodes());
            List<NodeRoom> nodes =
                    isOpen(named.get(i), job, borrowed) ? named.get(i).nodesFor(job, tasks, network.now) : null;
            if (nodes == null) {
                return null;
            }
            parts.add(new Part(named.get(i), nodes));
        }
        return give(job, parts, borrowed, scoring.of(job, parts));
    }

    private static boolean isOpen(CenterState center, WaitingJob job, boolean borrowed) {
        return center.isOpenTo(job) && !(borrowed && center.wantedBy != null);
    }

    private Decision.Placed give(WaitingJob job, List<Part> parts, boolean borrowed, List<CenterScore> scores) {
        List<Decision.Place> places = new ArrayList<>();
        for (Part part : parts) {
            for (NodeRoom node : part.nodes()) {
                part.center().give(job, node, network.now);
                places.add(new Decision.Place(part.center().id(), node.name));
            }
        }
        return new Decision.Placed(job.id(), places, borrowed, scores);
    }

    /** Nodes of one center for the tasks that run there. */
    record Part(CenterState center, List<NodeRoom> nodes) {}

    /** Reserves room for a job that waits, where it can start earliest, unless others have come before it there. */
    void reserve(WaitingJob job, boolean borrowed) {
        List<Earliest> starts = new ArrayList<>();
        boolean everywhere = !job.places().named().isEmpty();
        List<CenterState> centers = everywhere ? network.named(job) : List.copyOf(network.centers.values());
        for (int i = 0; centers != null && i < centers.size(); i++) {
            CenterState center = centers.get(i);
            int tasks = everywhere
                    ? job.places().tasksAt(i, job.resources().nodes())
                    : job.resources().nodes();
            Earliest start = center.reservedFor == null && isOpen(center, job, borrowed)
                    ? Earliest.of(center, job, tasks, network.now)
                    : null;
            if (start != null) {
                starts.add(start);
            } else if (everywhere) {
                return;
            }
        }
        if (starts.isEmpty()) {
            return;
        }
        if (everywhere) {
            Instant last = starts.stream()
                    .map(Earliest::at)
                    .max(Comparator.naturalOrder())
                    .get();
            starts.forEach(start -> start.reserve(job, last));
        } else {
            Earliest first =
                    starts.stream().min(Comparator.comparing(Earliest::at)).get();
            first.reserve(job, first.at());
        }
    }

    /** Nobody borrows where a job within its quota waits and could run. */
    void closeToBorrowers(WaitingJob job) {
        List<CenterState> named = network.named(job);
        if (named == null) {
            return;
        }
        if (named.isEmpty()) {
            for (CenterState center : network.centers.values()) {
                if (center.wantedBy == null
                        && center.isOpenTo(job)
                        && center.couldEverHold(job, job.resources().nodes())) {
                    center.wantedBy = job.id();
                }
            }
            return;
        }
        for (int i = 0; i < named.size(); i++) {
            int tasks = job.places().tasksAt(i, job.resources().nodes());
            if (!named.get(i).isOpenTo(job) || !named.get(i).couldEverHold(job, tasks)) {
                return;
            }
        }
        named.stream().filter(center -> center.wantedBy == null).forEach(center -> center.wantedBy = job.id());
    }

    /** What the job meets now. */
    Turn turn(WaitingJob job, Account account) {
        List<CenterTurn> centers = new ArrayList<>();
        for (CenterState center : network.centers.values()) {
            List<NodeTurn> nodes = new ArrayList<>();
            for (NodeRoom node : center.nodes) {
                boolean could = node.couldHold(job.ofEachNode(), job.resources().accelerators());
                nodes.add(new NodeTurn(
                        node.name,
                        could,
                        node.total,
                        node.atStart().orNothing(),
                        node.free().orNothing(),
                        node.late().orNothing()));
            }
            centers.add(new CenterTurn(center.facts, center.wantedBy, center.reservedFor, center.reservedFrom, nodes));
        }
        return new Turn(account.used(), account.quota(), centers);
    }
}
