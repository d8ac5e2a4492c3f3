package org.computility.results.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.computility.results.purge.OldResult;
import org.computility.results.purge.PurgeBounds;

/** Decides which old results stay because the results of their capability are kept longer. */
@Named("keepingProcessor")
@Dependent
public class KeepingProcessor implements ItemProcessor {

    @Inject
    @BatchProperty(name = "runId")
    String runId;

    @Inject
    @BatchProperty(name = "olderThan")
    String olderThan;

    @EJB
    PurgeRuns runs;

    private PurgeBounds bounds;

    @Override
    public Verdict processItem(Object item) {
        if (bounds == null) {
            bounds = runs.bounds(Long.parseLong(runId), olderThan);
        }
        OldResult result = (OldResult) item;
        return new Verdict(result.key(), bounds.keeps(result));
    }
}
