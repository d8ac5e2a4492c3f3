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

    /** So many sets of jobs are tried for one that waits; after that the fewest are only looked for one by one. */
    private static final int TRIALS = 1000;

    private final Map<UUID, Account> accounts;
    private final Freed freed;
    private final List<RunningJob> running;
    /** What could not be helped since the last reclaim. */
    private final Set<Shape> hopeless = new HashSet<>();

    private int trials;

    /** What makes two jobs alike here. */
    private record Shape(JobResources resources, List<String> named, Set<String> image, boolean assured) {
        Shape(WaitingJob job, boolean assured) {
            this(job.resources(), job.places().named(), job.places().image(), assured);
        }
    }

    Reclaiming(Snapshot snapshot, Network network, Map<UUID, Account> accounts) {
        this.accounts = accounts;
        freed = new Freed(network);
        running = RunningJob.of(snapshot.running());
        for (RunningTask task : snapshot.running()) {
            if (task.stopping()) {
                freed.add(task);
                accounts.get(task.organisationId()).use(Amount.NONE.minus(task.holds()));
            }
        }
    }

    /** For jobs that are within their quotas and wait, in their order. */
    List<Decision> of(List<WaitingJob> waiting) {
        List<Decision> decisions = new ArrayList<>();
        List<RunningJob> borrowed = borrowed();
        for (WaitingJob job : waiting) {
            if (borrowed.isEmpty()) {
                break;
            }
            boolean assured = accounts.get(job.organisationId()).quota() != null;
            Shape shape = new Shape(job, assured);
            if (job.favour().kept().isEmpty() && hopeless.contains(shape)) {
                continue;
            }
            List<RunningJob> ended = ended(job, assured, borrowed);
            if (ended == null) {
                hopeless.add(shape);
                continue;
            }
            ended.forEach(this::end);
            freed.take(job);
            if (!ended.isEmpty()) {
                decisions.add(new Decision.Reclaim(job.id(), taskIds(ended)));
                borrowed = borrowed();
                hopeless.clear();
            }
        }
        return decisions;
    }

    /**
     * Which jobs must end for this one: none where there is room, or will be when those that were told to end have ended; null where
     * nothing helps.
     */
    private List<RunningJob> ended(WaitingJob job, boolean assured, List<RunningJob> borrowed) {
        if (freed.hasRoomFor(job, List.of())) {
            return List.of();
        }
        if (!assured || !freed.hasRoomFor(job, borrowed)) {
            return null;
        }
        trials = TRIALS;
        for (int count = 1; count < borrowed.size() && trials > 0; count++) {
            List<RunningJob> some = some(job, borrowed, 0, count, new ArrayList<>());
            if (some != null) {
                return some;
            }
        }
        return needed(job, borrowed);
    }

    /** The first of the sets of so many jobs that makes room, in the order of the jobs. */
    private List<RunningJob> some(
            WaitingJob job, List<RunningJob> borrowed, int from, int count, List<RunningJob> chosen) {
        if (count == 0) {
            trials--;
            return freed.hasRoomFor(job, chosen) ? chosen : null;
        }
        for (int i = from; i + count <= borrowed.size() && trials > 0; i++) {
            chosen.add(borrowed.get(i));
            List<RunningJob> found = some(job, borrowed, i + 1, count - 1, chosen);
            if (found != null) {
                return found;
            }
            chosen.remove(chosen.size() - 1);
        }
        return null;
    }

    /** All without those that are not needed, of which the earliest are spared first. */
    private List<RunningJob> needed(WaitingJob job, List<RunningJob> borrowed) {
        List<RunningJob> needed = new ArrayList<>(borrowed);
        for (int i = borrowed.size() - 1; i >= 0; i--) {
            RunningJob spared = needed.remove(i);
            if (!freed.hasRoomFor(job, needed)) {
                needed.add(i, spared);
            }
        }
        return needed;
    }

    /** The latest jobs of each organisation for as long as it is above its quota, the latest of all first. */
    private List<RunningJob> borrowed() {
        Map<UUID, Amount> used = new HashMap<>();
        List<RunningJob> borrowed = new ArrayList<>();
        for (RunningJob job : running) {
            Account account = accounts.get(job.organisation());
            Amount before = used.getOrDefault(job.organisation(), account.used());
            if (account.isBorrowed(job.holds(), before)) {
                borrowed.add(job);
                used.put(job.organisation(), before.minus(job.holds()));
            }
        }
        return borrowed;
    }

    private void end(RunningJob job) {
        job.tasks().forEach(freed::add);
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
