package org.computility.jobs.running.places;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.centers.CenterFacts;
import org.computility.centers.SpecFacts;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.JobFacts;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.CenterRoom;
import org.computility.jobs.placement.Favour;
import org.computility.jobs.placement.RunningTask;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.WaitingJob;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.register.JobPlacements.LiveAttempt;

/** Puts what waits, runs and is free into the words of placement. */
public final class Snapshots {

    /** What ended before that stays occupied until its center is asked. */
    private static final Duration LONGEST_AGE = Duration.ofMinutes(10);

    private final JobPlacements placements;
    private final Supplier<List<CenterFacts>> directory;
    private final Function<String, Optional<BigDecimal>> price;
    private Nearness nearness;
    private Map<String, CenterFacts> centers = Map.of();
    private List<LiveAttempt> live = List.of();

    /**
     * @param directory all centers, as they were last seen
     * @param price what a second of a spec costs at a center of another organisation
     */
    public Snapshots(
            JobPlacements placements,
            Supplier<List<CenterFacts>> directory,
            Function<String, Optional<BigDecimal>> price) {
        this.placements = placements;
        this.directory = directory;
        this.price = price;
    }

    /** Looks how the centers are now. */
    public void look() {
        centers = directory.get().stream().collect(Collectors.toMap(CenterFacts::id, Function.identity()));
    }

    /**
     * These without tasks whose silent centers are connected again: they are asked in a moment. Of a job that is taken
     * back all wait for that.
     */
    public List<JobPlacements.WaitingJob> without(List<JobPlacements.WaitingJob> waiting) {
        return waiting.stream()
                .filter(job -> !job.takenBack() || job.tasks().stream().noneMatch(this::isBack))
                .map(job -> new JobPlacements.WaitingJob(
                        job.job(),
                        job.tasks().stream().filter(task -> !isBack(task)).toList(),
                        job.failed(),
                        job.takenBack()))
                .filter(job -> !job.tasks().isEmpty())
                .toList();
    }

    private boolean isBack(TaskFacts task) {
        CenterFacts center = task.centerId() == null ? null : centers.get(task.centerId());
        return center != null && center.connected();
    }

    /** How everything stands now. */
    public Snapshot of(List<JobPlacements.WaitingJob> waiting, Instant now) {
        List<LiveAttempt> ended = placements.endedSince(since(centers.values(), now));
        live = placements.live();
        nearness = new Nearness(price);
        Map<String, Set<String>> read = placements.dataSetsByCenter(Nearness.dataSets(waiting));
        return new Snapshot(
                now,
                centers.values().stream()
                        .map(center -> room(center, ended, read.getOrDefault(center.id(), Set.of())))
                        .toList(),
                waiting.stream().map(this::waits).toList(),
                live.stream().map(this::runs).toList());
    }

    /** When the first of the centers was asked that something can be placed at; not long ago, whatever they say. */
    public static Instant since(Collection<CenterFacts> centers, Instant now) {
        Instant least = now.minus(LONGEST_AGE);
        return centers.stream()
                .filter(CenterFacts::connected)
                .map(CenterFacts::probedAt)
                .filter(Objects::nonNull)
                .map(probedAt -> probedAt.isBefore(least) ? least : probedAt)
                .min(Instant::compareTo)
                .orElse(now);
    }

    /** The centers as they were at the last look. */
    public Map<String, CenterFacts> centers() {
        return centers;
    }

    private static CenterRoom room(CenterFacts center, List<LiveAttempt> ended, Set<String> read) {
        List<NodeCapacity> nodes = center.capacity() == null
                ? List.of()
                : center.capacity().nodes().stream()
                        .map(node -> without(node, center, ended))
                        .toList();
        return new CenterRoom(center.id(), center.connected(), nodes, read);
    }

    // What ran when the center was asked and has ended since is free now.
    private static NodeCapacity without(NodeCapacity node, CenterFacts center, List<LiveAttempt> ended) {
        List<SpecFacts> freed = ended.stream()
                .filter(each -> each.attempt().centerId().equals(center.id()))
                .filter(each -> each.attempt().startedAt().isBefore(center.probedAt()))
                .filter(each -> !each.attempt().endedAt().isBefore(center.probedAt()))
                .filter(each -> node.name().equals(each.attempt().placement().node()))
                .map(each -> each.job().spec())
                .toList();
        int cores = freed.stream().mapToInt(SpecFacts::cores).sum();
        long memory = freed.stream().mapToLong(SpecFacts::memoryBytes).sum();
        int accelerators = freed.stream()
                .mapToInt(spec ->
                        spec.accelerators() == null ? 0 : spec.accelerators().count())
                .sum();
        return new NodeCapacity(
                node.name(),
                node.cores(),
                Math.min(node.cores(), node.freeCores() + cores),
                node.memoryBytes(),
                Math.min(node.memoryBytes(), node.freeMemoryBytes() + memory),
                node.accelerators(),
                node.accelerators() == null
                        ? 0
                        : Math.min(node.accelerators().count(), node.freeAccelerators() + accelerators));
    }

    // Tasks of a job begin together, each on a node of its own; replicas of a service begin one a round, wherever there
    // is room.
    public WaitingJob waits(JobPlacements.WaitingJob waiting) {
        JobFacts job = waiting.job();
        return new WaitingJob(
                job.id(),
                job.organisationId(),
                asked(waiting),
                Duration.ofSeconds(job.maxSeconds()),
                new JobPlaces(centers, live, nearness).of(waiting, asked(waiting)),
                job.priority(),
                job.createdAt(),
                Favour.NONE);
    }

    private static JobResources asked(JobPlacements.WaitingJob waiting) {
        SpecFacts spec = waiting.job().spec();
        return new JobResources(
                waiting.job().service() != null ? 1 : waiting.tasks().size(),
                spec.cores(),
                spec.memoryBytes(),
                spec.accelerators());
    }

    private RunningTask runs(LiveAttempt live) {
        AttemptFacts attempt = live.attempt();
        JobFacts job = live.job();
        SpecFacts spec = job.spec();
        Instant since = Stream.of(attempt.startedAt(), attempt.submittedAt(), attempt.placedAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new RunningTask(
                attempt.taskId().toString(),
                job.id(),
                job.organisationId(),
                Amount.ofEachNode(new JobResources(1, spec.cores(), spec.memoryBytes(), spec.accelerators())),
                attempt.centerId(),
                attempt.placement().node(),
                isCounted(attempt),
                since,
                Duration.ofSeconds(job.maxSeconds()),
                attempt.toEnd());
    }

    private boolean isCounted(AttemptFacts attempt) {
        CenterFacts center = centers.get(attempt.centerId());
        return center != null
                && center.probedAt() != null
                && attempt.startedAt() != null
                && center.probedAt().isAfter(attempt.startedAt());
    }
}
