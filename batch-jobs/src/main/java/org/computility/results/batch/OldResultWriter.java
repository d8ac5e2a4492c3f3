package org.computility.results.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.computility.results.purge.ResultKey;

/**
 * Deletes a chunk's results in one statement. Its checkpoint is how many results were kept; the run's row knows how
 * many are deleted.
 */
@Named("oldResultWriter")
@Dependent
public class OldResultWriter extends AbstractItemWriter {

    @Inject
    @BatchProperty(name = "runId")
    String runId;

    @Inject
    @BatchProperty(name = "olderThan")
    String olderThan;

    @EJB
    PurgeRuns runs;

    private PurgeTally tally;

    @Override
    public void open(Serializable checkpoint) {
        long kept = checkpoint == null ? 0 : (Long) checkpoint;
        tally = runs.open(run(), runs.bounds(run(), olderThan), kept);
    }

    @Override
    public void writeItems(List<Object> items) {
        List<Verdict> verdicts = items.stream().map(Verdict.class::cast).toList();
        List<ResultKey> keys = verdicts.stream()
                .filter(verdict -> !verdict.kept())
                .map(Verdict::key)
                .toList();
        tally = runs.delete(run(), tally, keys, verdicts.size() - keys.size());
    }

    @Override
    public Long checkpointInfo() {
        return tally.kept();
    }

    private long run() {
        return Long.parseLong(runId);
    }
}
