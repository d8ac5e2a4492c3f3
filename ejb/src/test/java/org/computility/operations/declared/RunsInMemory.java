package org.computility.operations.declared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunStatus;
import org.computility.operations.RunView;

/** Keeps what is started; each run is active until {@link #end}. */
final class RunsInMemory extends BatchRuns {

    private final List<RunView> started = new ArrayList<>();
    private final List<Long> active = new ArrayList<>();

    List<RunView> started() {
        return started;
    }

    /** Every run has ended. */
    void end() {
        active.clear();
    }

    @Override
    public long start(String jobName, Map<String, String> parameters) {
        long id = started.size() + 1;
        started.add(new RunView(
                id,
                jobName,
                parameters,
                RunStatus.STARTING,
                0,
                Map.of(),
                null,
                null,
                1,
                "a",
                Instant.EPOCH,
                null,
                null,
                Instant.EPOCH));
        active.add(id);
        return id;
    }

    @Override
    public List<Long> active(String jobName) {
        return List.copyOf(active);
    }

    @Override
    public Optional<RunView> find(long runId) {
        return started.stream().filter(run -> run.id() == runId).findFirst();
    }
}
