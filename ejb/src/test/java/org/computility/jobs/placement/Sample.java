package org.computility.jobs.placement;

import static org.computility.jobs.placement.Worlds.GIB;
import static org.computility.jobs.placement.Worlds.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.NodeCapacity;

/** A network put together by hand. Nodes have 8 cores and 64 GiB; jobs take an hour and 1 GiB a node if nothing else is said. */
public final class Sample {

    public static final UUID ONE = Worlds.organisation(1);
    public static final UUID TWO = Worlds.organisation(2);
    public static final UUID THREE = Worlds.organisation(3);

    private static final int CORES = 8;
    private static final long MEMORY = 64 * GIB;

    private final List<CenterRoom> centers = new ArrayList<>();
    private final List<WaitingJob> waiting = new ArrayList<>();
    private final List<RunningTask> running = new ArrayList<>();

    /** A connected center whose nodes {@code n1}, {@code n2}, … have so many free cores each. */
    public Sample center(String id, int... freeCores) {
        List<NodeCapacity> nodes = new ArrayList<>();
        for (int free : freeCores) {
            nodes.add(new NodeCapacity("n" + (nodes.size() + 1), CORES, free, MEMORY, MEMORY, null, 0));
        }
        centers.add(new CenterRoom(id, true, nodes, Set.of()));
        return this;
    }

    public Sample center(CenterRoom center) {
        centers.add(center);
        return this;
    }

    public static NodeCapacity withAccelerators(String name, int count) {
        Accelerators accelerators = new Accelerators("GPU", "Nvidia/GPU/V100", count, 16 * GIB);
        return new NodeCapacity(name, CORES, CORES, MEMORY, MEMORY, accelerators, count);
    }

    /** A task on {@code n1} that has run for so long and ends an hour after it began; its cores are not free. */
    public Sample runs(String id, UUID organisation, String center, int cores, Duration since) {
        return runs(id, organisation, center, "n1", cores, since);
    }

    public Sample runs(String id, UUID organisation, String center, String node, int cores, Duration since) {
        running.add(new RunningTask(
                id + "-0",
                id,
                organisation,
                new Amount(cores, 0, 0),
                center,
                node,
                true,
                NOW.minus(since),
                Duration.ofHours(1),
                false));
        return this;
    }

    public Sample task(RunningTask task) {
        running.add(task);
        return this;
    }

    public Sample waits(String id, UUID organisation, int nodes, int cores) {
        return waits(id, organisation, nodes, cores, job -> job);
    }

    /** Jobs are submitted in the order of the calls. */
    public Sample waits(String id, UUID organisation, int nodes, int cores, UnaryOperator<WaitingJob> with) {
        Instant submitted = NOW.minusSeconds(1000L - waiting.size());
        waiting.add(with.apply(new WaitingJob(
                id,
                organisation,
                new JobResources(nodes, cores, GIB, null),
                Duration.ofHours(1),
                Places.ANY,
                5,
                submitted,
                Favour.NONE)));
        return this;
    }

    public static WaitingJob withPriority(WaitingJob job, int priority) {
        return new WaitingJob(
                job.id(),
                job.organisationId(),
                job.resources(),
                job.wallLimit(),
                job.places(),
                priority,
                job.submittedAt(),
                job.favour());
    }

    public static WaitingJob asking(WaitingJob job, Accelerators accelerators) {
        JobResources its = job.resources();
        return new WaitingJob(
                job.id(),
                job.organisationId(),
                new JobResources(its.nodes(), its.cores(), its.memoryBytes(), accelerators),
                job.wallLimit(),
                job.places(),
                job.priority(),
                job.submittedAt(),
                job.favour());
    }

    public Snapshot now() {
        return new Snapshot(NOW, centers, waiting, running);
    }
}
