package org.computility.operations.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.computility.operations.OperationsConfig;

/**
 * The runs that this process is really working on, from the moment they are handed to the engine until their end is
 * recorded. The engine's repository cannot answer that: it shows the runs of dead processes as started.
 */
@ApplicationScoped
// No session bean: a timer may commit a run while the server still starts its singletons, and Payara makes none for an
// observer after a commit.
public class LiveRuns {

    /** A lease began a moment before this process heard of it. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Duration lease;
    private final Map<Long, LiveRun> runs = new ConcurrentHashMap<>();
    private volatile long adoptsAgainNanos = System.nanoTime();

    public LiveRuns() {
        this(OperationsConfig.get().lease());
    }

    LiveRuns(Duration lease) {
        this.lease = lease;
    }

    /** False when the run is already worked on here. */
    public boolean begin(long runId, int attempt) {
        return runs.putIfAbsent(runId, new LiveRun(runId, attempt)) == null;
    }

    public Optional<LiveRun> find(long runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    /** False when the lease may be over: this process was stopped for a while, or the database away. */
    public boolean isHeld(LiveRun run) {
        return find(run.id()).filter(run::equals).isPresent()
                && System.nanoTime() - run.heldSinceNanos()
                        < lease.minus(MARGIN).toNanos();
    }

    public void forget(LiveRun run) {
        runs.remove(run.id(), run);
    }

    /** This server is probably shutting down: for the time of a lease, other servers adopt what it has given up. */
    public void pauseAdoption() {
        adoptsAgainNanos = System.nanoTime() + lease.toNanos();
    }

    public boolean mayAdopt() {
        return adoptsAgainNanos - System.nanoTime() <= 0;
    }

    public Collection<LiveRun> all() {
        return List.copyOf(runs.values());
    }
}
