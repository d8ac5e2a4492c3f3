package org.computility.reporting.duplicates.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Compares a chunk's centers, and merges those of which all agrees where the run is told to. */
@Named("duplicateWriter")
@Dependent
public class DuplicateWriter extends AbstractItemWriter {

    @Inject
    @BatchProperty(name = "runId")
    String runId;

    @Inject
    @BatchProperty(name = "mergeSame")
    String mergeSame;

    @EJB
    DuplicateRuns runs;

    @Override
    public void writeItems(List<Object> items) {
        List<Integer> centers = items.stream().map(Integer.class::cast).toList();
        runs.compare(centers);
        if ("1".equals(mergeSame)) {
            runs.same(centers).forEach(runs::merge);
        }
        if (!centers.isEmpty()) {
            runs.show(Long.parseLong(runId), centers.get(centers.size() - 1));
        }
    }
}
