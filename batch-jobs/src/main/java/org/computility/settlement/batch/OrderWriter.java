package org.computility.settlement.batch;

import jakarta.annotation.Resource;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.settlement.daily.OrderAtWork;
import org.computility.shared.Together;

/**
 * Works on the parts of a chunk at once, each in a transaction of its own. Not by partitions of the engine: jbatch cannot
 * restart a partitioned step whose server was killed.
 */
abstract class OrderWriter extends AbstractItemWriter {

    @EJB
    SettleRuns runs;

    @Resource
    ManagedExecutorService helpers;

    /** What is done with orders of one part. */
    abstract void write(int part, List<UUID> orders);

    @Override
    public void writeItems(List<Object> items) {
        Map<Integer, List<UUID>> parts = items.stream()
                .map(OrderAtWork.class::cast)
                .collect(Collectors.groupingBy(
                        OrderAtWork::part, Collectors.mapping(OrderAtWork::id, Collectors.toList())));
        Together.each(parts.entrySet(), this::write, helpers);
    }

    private int write(Map.Entry<Integer, List<UUID>> part) {
        write(part.getKey(), part.getValue());
        return part.getValue().size();
    }
}
