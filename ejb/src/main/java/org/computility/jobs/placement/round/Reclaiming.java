package org.computility.jobs.placement.round;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.connector.jobs.JobResources;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.RunningTask;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.WaitingJob;

/** Names running jobs whose organisations have borrowed, where others are assured of what these hold. */
final class Reclaiming {

    /** So many sets of jobs are tried for one that waits; then those of the latest that it needs are taken, be they the fewest or not. */
    private static final int TRIALS = 256;

    private final Network network;
    private final Map<UUID, Account> accounts;
    private final List<RunningJob> running;
    /** What could not be helped since the last reclaim. */
    private final Set<Shape> hopeless = new HashSet<>();

    private final List<RunningJob> borrowed = new ArrayList<>();
    private Map<NodeRoom, Amount> allBorrowed;
    private int trials;

    /** What makes two jobs alike here. */
    private record Shape(
            JobResources resources, List<String> named, Set<String> image, Set<String> unfit, boolean assured) {
        Shape(WaitingJob job, boolean assured) {
            this(
                    job.resources(),
                    job.places().named(),
                    job.places().image(),
                    job.places().unfit().keySet(),
                    assured);
        }
    }

    Reclaiming(Snapshot snapshot, Network network, Map<UUID, Account> accounts) {
        this.network = network;
        this.accounts = accounts;
        running = RunningJob.of(snapshot.running(), network);
        for (RunningTask task : snapshot.running()) {
            if (task.stopping()) {
                NodeRoom node = network.nodeOf(task);
                if (node != null) {
                    node.coming = node.coming.plus(task.holds());
                }
                accounts.get(task.organisationId()).use(Amount.NONE.minus(task.holds()));
            }
        }
        lookForBorrowed();
    }

    /** For jobs that are within their quotas and wait, in their order. */
    List<Decision> of(List<WaitingJob> waiting) {
        List<Decision> decisions = new ArrayList<>();
        for (WaitingJob job : waiting) {
            if (borrowed.isEmpty()) {
                break;
            }
            boolean assured = accounts.get(job.organisationId()).quota() != null;
            Shape shape = new Shape(job, assured);
            if (job.favour().kept().isEmpty() && hopeless.contains(shape)) {
                continue;
            }
            List<RunningJob> ended = ended(job, assured);
            if (ended == null) {
                hopeless.add(shape);
                continue;
            }
            ended.forEach(this::end);
            new Vacancy(network, job).take();
            if (!ended.isEmpty()) {
                decisions.add(new Decision.Reclaim(job.id(), taskIds(ended)));
                lookForBorrowed();
                hopeless.clear();
            }
        }
        return decisions;
    }

    /**
     * Which jobs must end for this one: none where there is room, or will be when those that were told to end have ended; null where
     * nothing helps.
     */
    private List<RunningJob> ended(WaitingJob job, boolean assured) {
        Vacancy vacancy = new Vacancy(network, job);
        if (vacancy.has(Map.of())) {
            return List.of();
        }
        if (!assured || !vacancy.has(allBorrowed)) {
            return null;
        }
        List<RunningJob> useful = borrowed.stream().filter(vacancy::gainsBy).toList();
        trials = TRIALS;
        for (int count = 1; count <= useful.size() && trials > 0; count++) {
            List<RunningJob> some = some(useful, vacancy, 0, count, new ArrayList<>());
            if (some != null) {
                return some;
            }
        }
        return latest(useful, vacancy);
    }

    /** The first of the sets of so many jobs that makes room, in the order of the jobs. */
    private List<RunningJob> some(
            List<RunningJob> useful, Vacancy vacancy, int from, int count, List<RunningJob> chosen) {
        if (count == 0) {
            trials--;
            return vacancy.has(RunningJob.rooms(chosen)) ? chosen : null;
        }
        for (int i = from; i + count <= useful.size() && trials > 0; i++) {
            chosen.add(useful.get(i));
            List<RunningJob> found = some(useful, vacancy, i + 1, count - 1, chosen);
            if (found != null) {
                return found;
            }
            chosen.remove(chosen.size() - 1);
        }
        return null;
    }

    /** As few of the latest as make room, without those among them that are not needed; the earliest are spared first. */
    private List<RunningJob> latest(List<RunningJob> useful, Vacancy vacancy) {
        int few = 0;
        int enough = useful.size();
        while (enough - few > 1) {
            int middle = (few + enough) / 2;
            if (vacancy.has(RunningJob.rooms(useful.subList(0, middle)))) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        List<RunningJob> latest = useful.subList(0, enough);
        List<NodeRoom> nodes = vacancy.nodes(RunningJob.rooms(latest));
        List<RunningJob> needed = new ArrayList<>(latest);
        needed.removeIf(one -> nodes.stream().noneMatch(one.rooms()::containsKey));
        for (int i = needed.size() - 1; i >= 0; i--) {
            RunningJob spared = needed.remove(i);
            if (!vacancy.has(RunningJob.rooms(needed))) {
                needed.add(i, spared);
            }
        }
        return needed;
    }

    /** The latest jobs of each organisation for as long as it is above its quota, the latest of all first. */
    private void lookForBorrowed() {
        Map<UUID, Amount> used = new HashMap<>();
        borrowed.clear();
        for (RunningJob job : running) {
            Account account = accounts.get(job.organisation());
            Amount before = used.getOrDefault(job.organisation(), account.used());
            if (account.isBorrowed(job.holds(), before)) {
                borrowed.add(job);
                used.put(job.organisation(), before.minus(job.holds()));
            }
        }
        allBorrowed = RunningJob.rooms(borrowed);
    }

    private void end(RunningJob job) {
        job.rooms().forEach((node, room) -> node.coming = node.coming.plus(room));
        accounts.get(job.organisation()).use(Amount.NONE.minus(job.holds()));
        running.remove(job);
    }

    private static List<String> taskIds(List<RunningJob> jobs) {
        return jobs.stream()
                .flatMap(job -> job.tasks().stream())
                .map(RunningTask::taskId)
                .toList();
    }
}
