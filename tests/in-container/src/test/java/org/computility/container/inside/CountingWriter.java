package org.computility.container.inside;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Writes each number down, in the transaction of its chunk. */
@Named("countingWriter")
@Dependent
public class CountingWriter extends AbstractItemWriter {

    @EJB
    private CountedItems items;

    @Inject
    @BatchProperty(name = "runId")
    private String runId;

    @Override
    public void writeItems(List<Object> numbers) {
        numbers.forEach(number -> items.add(Long.parseLong(runId), (Integer) number));
    }
}
