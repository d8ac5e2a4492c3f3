package org.computility.jobs.placement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.NodeCapacity;

/**
 * The rules of docs/placement.md once more, as they are told there and without a thought of speed: everything is reckoned anew from the
 * lists whenever it is asked for. Reclaim is in {@link ReclaimOracle}.
 */
final class Oracle {

    /** Something on a node, until then; {@code lacking}: the node's free room, as told, lacks it. */
    record Held(String center, String node, Amount amount, Instant end, boolean lacking, String task) {}

    private record Kept(String job, String center, Instant from, List<String> nodes, Amount each) {}

    final Snapshot snapshot;
    final PlacementRules rules;
    final List<Held> held = new ArrayList<>();
    private final List<Kept> reservations = new ArrayList<>();
    final Map<UUID, Amount> used = new HashMap<>();
    private final List<String> closed = new ArrayList<>();
    final List<WaitingJob> stillWaiting = new ArrayList<>();
    private final List<Decision.Placed> placed = new ArrayList<>();

    Oracle(Snapshot snapshot, PlacementRules rules) {
        this.snapshot = snapshot;
        this.rules = rules;
        for (RunningTask task : snapshot.running()) {
            used.merge(task.organisationId(), task.holds(), Amount::plus);
        }
        for (int group = 0; group < 3; group++) {
            for (RunningTask task : byStart()) {
                int its = task.node() != null ? 0 : task.counted() ? 1 : 2;
                if (its == group) {
                    locate(task);
                }
            }
        }
    }

    private List<RunningTask> byStart() {
        // A node that is told and not counted comes after the counted ones, which changes nothing.
        return snapshot.running().stream()
                .sorted(Comparator.comparing(RunningTask::startedAt).thenComparing(RunningTask::taskId))
                .toList();
    }

    private void locate(RunningTask task) {
        String found = task.node();
        int best = Integer.MAX_VALUE;
        for (NodeCapacity node : found != null ? List.<NodeCapacity>of() : nodes(task.centerId())) {
            Amount known = held.stream()
                    .filter(one -> one.center.equals(task.centerId()) && one.node.equals(node.name()))
                    .map(Held::amount)
                    .reduce(Amount.NONE, Amount::plus);
            Amount unknown =
                    Amount.of(node).minus(free(task.centerId(), node.name())).minus(known);
            int rank = task.counted() ? 0 : rank(task.centerId(), node, task.holds());
            if (task.holds().fitsInto(task.counted() ? unknown : free(task.centerId(), node.name())) && rank < best) {
                found = node.name();
                best = rank;
            }
        }
        if (found != null) {
            held.add(new Held(
                    task.centerId(), found, task.holds(), task.endsBy(snapshot.at()), task.counted(), task.taskId()));
        }
    }

    List<Decision.Placed> run() {
        List<WaitingJob> left = new ArrayList<>(snapshot.waiting());
        List<WaitingJob> over = new ArrayList<>();
        while (!left.isEmpty()) {
            WaitingJob job = next(left);
            left.remove(job);
            Amount quota = rules.of(job.organisationId()).quota();
            Amount with = used.getOrDefault(job.organisationId(), Amount.NONE).plus(job.inAll());
            if (quota != null
                    && (with.cores() > quota.cores()
                            || with.memoryBytes() > quota.memoryBytes()
                            || (job.inAll().accelerators() > 0 && with.accelerators() > quota.accelerators()))) {
                over.add(job);
            } else if (!place(job, false)) {
                stillWaiting.add(job);
                reserve(job);
            }
        }
        for (WaitingJob job : stillWaiting) {
            List<List<Part>> ways = ways(job);
            ways.stream()
                    .filter(way -> way.stream().allMatch(part -> couldEver(job, part)))
                    .forEach(way -> way.forEach(part -> closed.add(part.center)));
        }
        while (!over.isEmpty()) {
            WaitingJob job = next(over);
            over.remove(job);
            if (!place(job, true)) {
                reserve(job);
            }
        }
        return placed;
    }

    private WaitingJob next(List<WaitingJob> jobs) {
        Comparator<WaitingJob> own = Comparator.comparingInt(
                        (WaitingJob job) -> job.favour().first() ? 0 : 1)
                .thenComparingInt(job -> -job.priority())
                .thenComparing(WaitingJob::submittedAt)
                .thenComparing(WaitingJob::id);
        if (jobs.stream().anyMatch(job -> job.favour().first())) {
            return jobs.stream().min(own).get();
        }
        Map<UUID, WaitingJob> heads = new TreeMap<>();
        jobs.forEach(job ->
                heads.merge(job.organisationId(), job, (one, two) -> own.compare(one, two) <= 0 ? one : two));
        return heads.values().stream()
                .min(Comparator.<WaitingJob>comparingDouble(job -> share(job.organisationId()))
                        .thenComparing(WaitingJob::submittedAt)
                        .thenComparing(WaitingJob::organisationId))
                .get();
    }

    private double share(UUID organisation) {
        Amount all = Amount.NONE;
        for (CenterRoom center : snapshot.centers()) {
            for (NodeCapacity node : center.nodes()) {
                all = all.plus(Amount.of(node));
            }
        }
        Amount its = used.getOrDefault(organisation, Amount.NONE);
        double share = 0;
        share = Math.max(share, all.cores() == 0 ? 0 : (double) its.cores() / all.cores());
        share = Math.max(share, all.memoryBytes() == 0 ? 0 : (double) its.memoryBytes() / all.memoryBytes());
        share = Math.max(share, all.accelerators() == 0 ? 0 : (double) its.accelerators() / all.accelerators());
        return share / rules.of(organisation).weight();
    }

    /** So many tasks at a center. */
    record Part(String center, int tasks) {}

    /** Each way to part the job among centers that are open to it. */
    List<List<Part>> ways(WaitingJob job) {
        List<List<Part>> ways = new ArrayList<>();
        int tasks = job.resources().nodes();
        List<String> named = job.places().named();
        if (named.isEmpty()) {
            snapshot.centers().forEach(center -> ways.add(List.of(new Part(center.id(), tasks))));
        } else {
            List<Part> way = new ArrayList<>();
            for (int i = 0; i < named.size(); i++) {
                int more = i < tasks % named.size() ? 1 : 0;
                way.add(new Part(named.get(i), tasks / named.size() + more));
            }
            ways.add(way);
        }
        ways.removeIf(way -> way.stream().anyMatch(part -> !isOpen(job, part.center)));
        ways.sort(Comparator.comparing(way -> way.get(0).center));
        return ways;
    }

    private boolean isOpen(WaitingJob job, String id) {
        return snapshot.centers().stream().anyMatch(center -> center.id().equals(id) && center.connected())
                && (job.places().image() == null || job.places().image().contains(id))
                && !job.places().avoided().contains(id);
    }

    private boolean couldEver(WaitingJob job, Part part) {
        return nodes(part.center).stream().filter(node -> suits(job, node)).count() >= part.tasks;
    }

    static boolean suits(WaitingJob job, NodeCapacity node) {
        Accelerators asked = job.resources().accelerators();
        Accelerators has = node.accelerators();
        if (asked != null) {
            if (has == null || has.count() < asked.count() || !has.type().equals(asked.type())) {
                return false;
            }
            if (!asked.product().isEmpty() && !asked.product().equals(has.product())) {
                return false;
            }
        }
        return node.cores() >= job.resources().cores()
                && node.memoryBytes() >= job.resources().memoryBytes();
    }

    private boolean place(WaitingJob job, boolean borrowing) {
        long bestScore = -1;
        Map<Part, List<NodeCapacity>> best = null;
        List<Map<Part, List<NodeCapacity>>> able = new ArrayList<>();
        for (List<Part> way : ways(job)) {
            Map<Part, List<NodeCapacity>> nodes = new java.util.LinkedHashMap<>();
            way.forEach(part -> nodes.put(part, nodesNow(job, part)));
            boolean shut = borrowing && way.stream().anyMatch(part -> closed.contains(part.center));
            if (!shut
                    && nodes.entrySet().stream()
                            .allMatch(entry -> entry.getValue().size() == entry.getKey().tasks)) {
                able.add(nodes);
            }
        }
        for (Map<Part, List<NodeCapacity>> way : able) {
            Part part = way.keySet().iterator().next();
            long score = job.places().named().isEmpty() ? score(job, part.center, way.get(part), able) : 0;
            if (score > bestScore) {
                bestScore = score;
                best = way;
            }
        }
        if (best == null) {
            return false;
        }
        List<Decision.Place> places = new ArrayList<>();
        best.forEach((part, nodes) -> nodes.forEach(node -> {
            places.add(new Decision.Place(part.center, node.name()));
            Amount taken = needed(job, part.center, node.name());
            held.add(new Held(part.center, node.name(), taken, snapshot.at().plus(job.wallLimit()), false, job.id()));
        }));
        used.merge(job.organisationId(), job.inAll(), Amount::plus);
        placed.add(new Decision.Placed(job.id(), places, borrowing, List.of()));
        return true;
    }

    /** The best nodes of those with room, as many as there are tasks or fewer. */
    private List<NodeCapacity> nodesNow(WaitingJob job, Part part) {
        return nodes(part.center).stream()
                .filter(node -> suits(job, node))
                .filter(node -> needed(job, part.center, node.name()).fitsInto(usable(job, part.center, node.name())))
                .sorted(Comparator.<NodeCapacity>comparingInt(
                                node -> rank(part.center, node, needed(job, part.center, node.name())))
                        .thenComparing(NodeCapacity::name))
                .limit(part.tasks)
                .toList();
    }

    private Amount usable(WaitingJob job, String center, String node) {
        Amount room = free(center, node);
        for (Kept kept : reservations) {
            boolean runsOn = snapshot.at().plus(job.wallLimit()).isAfter(kept.from);
            if (kept.center.equals(center) && kept.nodes.contains(node) && runsOn) {
                room = room.least(freeAt(center, node, kept.from).minus(kept.each));
            }
        }
        return room;
    }

    private Amount needed(WaitingJob job, String center, String node) {
        return job.ofEachNode().beyond(job.favour().keptOn(center, node));
    }

    Amount free(String center, String node) {
        NodeCapacity facts = nodes(center).stream()
                .filter(one -> one.name().equals(node))
                .findFirst()
                .get();
        Amount free = new Amount(
                facts.freeCores(),
                facts.freeMemoryBytes(),
                facts.accelerators() == null ? 0 : facts.freeAccelerators());
        for (Held one : held) {
            if (one.center.equals(center) && one.node.equals(node) && !one.lacking) {
                free = free.minus(one.amount);
            }
        }
        return free;
    }

    private Amount freeAt(String center, String node, Instant then) {
        Amount free = free(center, node);
        for (Held one : held) {
            if (one.center.equals(center) && one.node.equals(node) && !one.end.isAfter(then)) {
                free = free.plus(one.amount);
            }
        }
        return free;
    }

    private void reserve(WaitingJob job) {
        Instant best = null;
        List<Kept> chosen = List.of();
        boolean borrowing = !stillWaiting.contains(job);
        for (List<Part> way : ways(job)) {
            List<Kept> kept = new ArrayList<>();
            for (Part part : way) {
                List<Map.Entry<String, Instant>> starts = new ArrayList<>();
                for (NodeCapacity node : nodes(part.center)) {
                    Instant from = suits(job, node)
                            ? from(part.center, node.name(), needed(job, part.center, node.name()))
                            : null;
                    if (from != null) {
                        starts.add(Map.entry(node.name(), from));
                    }
                }
                starts.sort(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
                boolean taken = reservations.stream().anyMatch(one -> one.center.equals(part.center))
                        || (borrowing && closed.contains(part.center));
                if (!taken && starts.size() >= part.tasks) {
                    List<String> names = starts.subList(0, part.tasks).stream()
                            .map(Map.Entry::getKey)
                            .toList();
                    kept.add(new Kept(
                            job.id(), part.center, starts.get(part.tasks - 1).getValue(), names, job.ofEachNode()));
                }
            }
            Instant last =
                    kept.stream().map(Kept::from).max(Comparator.naturalOrder()).orElse(null);
            if (kept.size() == way.size() && (best == null || last.isBefore(best))) {
                best = last;
                chosen = kept;
            }
        }
        for (Kept one : chosen) {
            reservations.add(new Kept(one.job, one.center, best, one.nodes, one.each));
        }
    }

    private Instant from(String center, String node, Amount needed) {
        List<Instant> times = new ArrayList<>(List.of(snapshot.at()));
        held.stream()
                .filter(one -> one.center.equals(center) && one.node.equals(node))
                .forEach(one -> times.add(one.end));
        return times.stream()
                .sorted()
                .filter(time -> needed.fitsInto(
                        time.equals(snapshot.at()) ? orOver(center, node, needed) : freeAt(center, node, time)))
                .findFirst()
                .orElse(null);
    }

    /** What is free now, or, if that is too little, what is when those have ended that should have. */
    private Amount orOver(String center, String node, Amount needed) {
        Amount free = free(center, node);
        return needed.fitsInto(free) ? free : freeAt(center, node, snapshot.at());
    }

    private long score(
            WaitingJob job, String center, List<NodeCapacity> nodes, List<Map<Part, List<NodeCapacity>>> able) {
        int left = 0;
        for (NodeCapacity node : nodes) {
            left += left(center, node, needed(job, center, node.name()));
        }
        BigDecimal cheapest = null;
        for (Map<Part, List<NodeCapacity>> way : able) {
            BigDecimal price = job.places().prices().get(way.keySet().iterator().next().center);
            cheapest = price != null && (cheapest == null || price.compareTo(cheapest) < 0) ? price : cheapest;
        }
        BigDecimal own = job.places().prices().get(center);
        int price = 1000;
        if (cheapest != null) {
            price = own == null
                    ? 0
                    : own.signum() == 0 ? 1000 : (int) (1000 * (cheapest.doubleValue() / own.doubleValue()));
        }
        long cores = nodes(center).stream().mapToLong(NodeCapacity::cores).sum();
        long free = nodes(center).stream()
                .mapToLong(node -> free(center, node.name()).cores())
                .sum();
        long queue = Math.max(0, free) * 1000 / cores;
        if (reservations.stream().anyMatch(one -> one.center.equals(center))) {
            queue = queue / 2;
        }
        CenterRoom facts = snapshot.centers().stream()
                .filter(one -> one.id().equals(center))
                .findFirst()
                .get();
        List<String> wanted = List.copyOf(job.places().datasets());
        long data = wanted.isEmpty()
                ? 1000
                : wanted.stream().filter(facts.datasets()::contains).count() * 1000 / wanted.size();
        return rules.weights().fit() * (1000L - left / nodes.size())
                + rules.weights().price() * (long) price
                + rules.weights().queue() * queue
                + rules.weights().data() * data;
    }

    private int rank(String center, NodeCapacity node, Amount task) {
        return left(center, node, task) + (task.accelerators() == 0 && node.accelerators() != null ? 10_000 : 0);
    }

    private int left(String center, NodeCapacity node, Amount task) {
        Amount after = free(center, node.name()).minus(task);
        long cores = Math.max(0, after.cores()) * 1000 / node.cores();
        long memory = Math.max(0, after.memoryBytes()) * 1000 / node.memoryBytes();
        if (node.accelerators() == null) {
            return (int) ((cores + memory) / 2);
        }
        return (int) ((cores
                        + memory
                        + Math.max(0, after.accelerators())
                                * 1000
                                / node.accelerators().count())
                / 3);
    }

    List<NodeCapacity> nodes(String center) {
        return snapshot.centers().stream()
                .filter(one -> one.id().equals(center))
                .flatMap(one -> one.nodes().stream())
                .sorted(Comparator.comparing(NodeCapacity::name))
                .toList();
    }
}
