package org.computility.demo.stage;

import java.time.Duration;
import java.util.Map;
import org.computility.client.BatchRuns;
import org.computility.client.ComputilityClient;

/** Batch jobs of the platform that are started at once and waited for. */
public final class BatchJob {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private BatchJob() {}

    /** Its run, once it has ended. */
    public static BatchRuns.Run run(ComputilityClient administrator, String job, Map<String, String> parameters) {
        BatchRuns runs = administrator.batchRuns();
        long id = runs.start(job, parameters).id();
        Patience.until(job + " has ended", LIMIT, () -> runs.get(id).endedAt() != null);
        return runs.get(id);
    }
}
