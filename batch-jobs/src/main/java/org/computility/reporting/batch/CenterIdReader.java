package org.computility.reporting.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Reads ids of reported centers in their order, page by page; its checkpoint is an id. */
public abstract class CenterIdReader extends AbstractItemReader {

    @Inject
    @BatchProperty(name = "atOnce")
    public String atOnce;

    private final Queue<Integer> page = new ArrayDeque<>();
    private final int beginning;
    private int last;

    /** @param beginning before all centers */
    protected CenterIdReader(int beginning) {
        this.beginning = beginning;
    }

    /** The next ids behind that one, so many at most; none at the end. */
    protected abstract List<Integer> next(int behind, int most);

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? beginning : (Integer) checkpoint;
    }

    @Override
    public Integer readItem() {
        if (page.isEmpty()) {
            page.addAll(next(last, Integer.parseInt(atOnce)));
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
