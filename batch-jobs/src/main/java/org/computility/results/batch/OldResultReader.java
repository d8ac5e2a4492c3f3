package org.computility.results.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Queue;
import org.computility.results.purge.OldResult;
import org.computility.results.purge.PurgeBounds;
import org.computility.results.purge.ResultKey;
import org.computility.results.purge.ResultPurge;

/** Reads old results in the order of their keys, page by page; its checkpoint is a key. */
@Named("oldResultReader")
@Dependent
public class OldResultReader extends AbstractItemReader {

    @Inject
    @BatchProperty(name = "runId")
    String runId;

    @Inject
    @BatchProperty(name = "olderThan")
    String olderThan;

    @Inject
    @BatchProperty(name = "atOnce")
    String atOnce;

    @EJB
    PurgeRuns runs;

    @EJB
    ResultPurge purge;

    private final Queue<OldResult> page = new ArrayDeque<>();
    private PurgeBounds bounds;
    private ResultKey last;

    @Override
    public void open(Serializable checkpoint) {
        bounds = runs.bounds(Long.parseLong(runId), olderThan);
        last = checkpoint == null ? ResultKey.BEFORE_ALL : (ResultKey) checkpoint;
    }

    @Override
    public OldResult readItem() {
        if (page.isEmpty()) {
            page.addAll(purge.next(bounds, last, Integer.parseInt(atOnce)));
        }
        OldResult next = page.poll();
        if (next != null) {
            last = next.key();
        }
        return next;
    }

    @Override
    public ResultKey checkpointInfo() {
        return last;
    }
}
