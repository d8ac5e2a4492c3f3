package org.computility.reporting.duplicates.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Queue;
import org.computility.reporting.duplicates.DuplicateSearch;

/** Reads ids of reported centers in their order, page by page; its checkpoint is an id. */
@Named("comparedCenterReader")
@Dependent
public class ComparedCenterReader extends AbstractItemReader {

    @Inject
    @BatchProperty(name = "atOnce")
    String atOnce;

    @EJB
    DuplicateSearch search;

    private final Queue<Integer> page = new ArrayDeque<>();
    private int last;

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? DuplicateSearch.BEGINNING : (Integer) checkpoint;
    }

    @Override
    public Integer readItem() {
        if (page.isEmpty()) {
            page.addAll(search.next(last, Integer.parseInt(atOnce)));
        }
        Integer next = page.poll();
        if (next != null) {
            last = next;
        }
        return next;
    }

    @Override
    public Integer checkpointInfo() {
        return last;
    }
}
