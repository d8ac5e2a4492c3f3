package org.computility.jobs.running;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.CenterRoom;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.RunningTask;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.WaitingJob;

/** Takes the first node with room, for one job after the other. */
final class FirstFit implements Placing {

    @Override
    public List<Decision> round(Snapshot snapshot, PlacementRules rules) {
        Map<String, Amount> free = new HashMap<>();
        for (CenterRoom center : snapshot.centers()) {
            for (NodeCapacity node : center.nodes()) {
                free.put(
                        center.id() + "/" + node.name(),
                        new Amount(node.freeCores(), node.freeMemoryBytes(), node.freeAccelerators()));
            }
        }
        for (RunningTask task : snapshot.running()) {
            if (!task.counted() && task.node() != null) {
                free.computeIfPresent(task.centerId() + "/" + task.node(), (key, room) -> room.minus(task.holds()));
            }
        }
        List<Decision> decisions = new ArrayList<>();
        for (WaitingJob job : snapshot.waiting()) {
            Map<String, Amount> rest = new HashMap<>(free);
            List<Decision.Place> places = IntStream.range(0, job.resources().nodes())
                    .mapToObj(task -> place(job, task, snapshot.centers(), rest))
                    .filter(Objects::nonNull)
                    .toList();
            if (places.size() == job.resources().nodes()) {
                free.putAll(rest);
                decisions.add(new Decision.Placed(job.id(), places, false, List.of()));
            }
        }
        return decisions;
    }

    private static Decision.Place place(WaitingJob job, int task, List<CenterRoom> centers, Map<String, Amount> free) {
        List<String> named = job.places().named();
        for (CenterRoom center : centers) {
            boolean its = named.isEmpty() || named.get(task % named.size()).equals(center.id());
            if (center.connected() && its && job.places().hasImageAt(center.id())) {
                for (NodeCapacity node : center.nodes()) {
                    String key = center.id() + "/" + node.name();
                    if (job.ofEachNode().fitsInto(free.get(key))) {
                        free.computeIfPresent(key, (name, room) -> room.minus(job.ofEachNode()));
                        return new Decision.Place(center.id(), node.name());
                    }
                }
            }
        }
        return null;
    }
}
