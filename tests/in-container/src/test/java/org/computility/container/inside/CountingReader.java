package org.computility.container.inside;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Reads the numbers 1 to 20; asks a session bean whether it may go on. */
@Named("countingReader")
@Dependent
public class CountingReader extends AbstractItemReader {

    private static final int LAST = 20;

    @Inject
    private CountedItems items;

    private int read;

    @Override
    public void open(Serializable checkpoint) {
        read = checkpoint == null ? 0 : (Integer) checkpoint;
    }

    @Override
    public Object readItem() {
        if (read == LAST) {
            return null;
        }
        read++;
        items.checkMayRead(read);
        return read;
    }

    @Override
    public Serializable checkpointInfo() {
        return read;
    }
}
