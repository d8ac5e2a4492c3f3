package org.computility.operations.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.operations.NewestRun;
import org.computility.operations.WatchedRuns;
import org.computility.shared.console.live.LiveLook;
import org.computility.shared.console.live.LiveRow;
import org.computility.shared.console.live.LiveTopic;

/** Batch runs, live. */
@ApplicationScoped
public class RunTopic implements LiveTopic {

    @EJB
    private WatchedRuns runs;

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public LiveLook look(Set<String> keys) {
        List<Long> ids = keys.stream()
                .filter(key -> key.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
        Map<String, LiveRow> rows =
                runs.of(ids).stream().map(RunCells::new).collect(Collectors.toMap(RunCells::key, cells -> cells));
        Map<UUID, Long> newest = new HashMap<>();
        for (NewestRun run : runs.newest()) {
            newest.put(run.organisationId(), run.runId());
        }
        return new LiveLook(rows, newest);
    }
}
