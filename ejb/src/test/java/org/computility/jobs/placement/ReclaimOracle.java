package org.computility.jobs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.computility.connector.jobs.NodeCapacity;

/** Who has to make room after a round of the {@link Oracle}: every set of borrowed jobs is tried. */
final class ReclaimOracle {

    private final Oracle after;
    /** Room that will be free, or is counted on, by node. */
    private final Map<String, Amount> coming = new HashMap<>();

    private final Map<UUID, Amount> used;
    private final Set<String> ended = new TreeSet<>();

    ReclaimOracle(Oracle after) {
        this.after = after;
        used = new HashMap<>(after.used);
        for (RunningTask task : after.snapshot.running()) {
            if (task.stopping()) {
                used.merge(task.organisationId(), Amount.NONE.minus(task.holds()), Amount::plus);
                frees(task, coming);
            }
        }
        after.snapshot.running().stream().filter(RunningTask::stopping).forEach(task -> ended.add(task.jobId()));
    }

    private void frees(RunningTask task, Map<String, Amount> room) {
        after.held.stream()
                .filter(one -> one.task().equals(task.taskId()))
                .forEach(one -> room.merge(one.center() + one.node(), one.amount(), Amount::plus));
    }

    List<Decision.Reclaim> run() {
        List<Decision.Reclaim> all = new ArrayList<>();
        for (WaitingJob job : after.stillWaiting) {
            List<String> borrowed = borrowed();
            if (borrowed.isEmpty()) {
                return all;
            }
            boolean assured = after.rules.of(job.organisationId()).quota() != null;
            for (Set<String> set : assured ? sets(borrowed) : List.of(Set.<String>of())) {
                Map<String, Amount> taken = room(job, set);
                if (taken != null) {
                    List<String> inOrder =
                            borrowed.stream().filter(set::contains).toList();
                    inOrder.forEach(this::end);
                    taken.forEach((node, amount) -> coming.merge(node, Amount.NONE.minus(amount), Amount::plus));
                    if (!set.isEmpty()) {
                        all.add(new Decision.Reclaim(
                                job.id(),
                                inOrder.stream()
                                        .flatMap(id -> tasks(id).stream().map(RunningTask::taskId))
                                        .toList()));
                    }
                    break;
                }
            }
        }
        return all;
    }

    /** All sets, the small ones first, those of later jobs before others of the same size. */
    private static List<Set<String>> sets(List<String> borrowed) {
        List<List<Integer>> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << borrowed.size(); bits++) {
            List<Integer> set = new ArrayList<>();
            for (int i = 0; i < borrowed.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    set.add(i);
                }
            }
            sets.add(set);
        }
        sets.sort(Comparator.<List<Integer>>comparingInt(List::size).thenComparing(Object::toString));
        return sets.stream()
                .map(set -> (Set<String>)
                        new TreeSet<>(set.stream().map(borrowed::get).toList()))
                .toList();
    }

    private List<String> borrowed() {
        Map<UUID, Amount> left = new HashMap<>(used);
        List<String> jobs = new ArrayList<>();
        Comparator<String> latest = Comparator.comparing((String id) -> tasks(id).stream()
                        .map(RunningTask::startedAt)
                        .max(Comparator.naturalOrder())
                        .get())
                .reversed();
        List<String> all = after.snapshot.running().stream()
                .map(RunningTask::jobId)
                .distinct()
                .filter(id -> !ended.contains(id))
                .sorted(latest.thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String id : all) {
            UUID owner = tasks(id).get(0).organisationId();
            Amount quota = after.rules.of(owner).quota();
            Amount holds = tasks(id).stream().map(RunningTask::holds).reduce(Amount.NONE, Amount::plus);
            Amount its = left.get(owner);
            if (quota != null
                    && (its.cores() > quota.cores() && holds.cores() > 0
                            || its.memoryBytes() > quota.memoryBytes() && holds.memoryBytes() > 0
                            || its.accelerators() > quota.accelerators() && holds.accelerators() > 0)) {
                jobs.add(id);
                left.put(owner, its.minus(holds));
            }
        }
        return jobs;
    }

    private List<RunningTask> tasks(String job) {
        return after.snapshot.running().stream()
                .filter(task -> task.jobId().equals(job))
                .sorted(Comparator.comparing(RunningTask::taskId))
                .toList();
    }

    private void end(String job) {
        ended.add(job);
        for (RunningTask task : tasks(job)) {
            used.merge(task.organisationId(), Amount.NONE.minus(task.holds()), Amount::plus);
            frees(task, coming);
        }
    }

    /** What the job would take where, the first way that has room; null: none has. */
    private Map<String, Amount> room(WaitingJob job, Set<String> without) {
        Map<String, Amount> room = new HashMap<>(coming);
        without.forEach(id -> tasks(id).forEach(task -> frees(task, room)));
        for (List<Oracle.Part> way : after.ways(job)) {
            Map<String, Amount> taken = new HashMap<>();
            int tasks = 0;
            for (Oracle.Part part : way) {
                int here = 0;
                for (NodeCapacity node : after.nodes(part.center())) {
                    String name = part.center() + node.name();
                    Amount free = after.free(part.center(), node.name()).plus(room.getOrDefault(name, Amount.NONE));
                    if (here < part.tasks()
                            && Oracle.suits(job, node)
                            && job.ofEachNode().fitsInto(free)) {
                        taken.put(name, job.ofEachNode());
                        here++;
                    }
                }
                tasks += here;
            }
            if (tasks == job.resources().nodes()) {
                return taken;
            }
        }
        return null;
    }
}
