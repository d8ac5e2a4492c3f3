package org.computility.settlement.batch;

import jakarta.annotation.Resource;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.settlement.daily.LedgerSealing;
import org.computility.settlement.daily.OrderAtWork;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Together;

/**
 * Works on the parts of a chunk at once, each in a transaction of its own. Not by partitions of the engine: jbatch cannot
 * restart a partitioned step whose server was killed.
 */
abstract class OrderWriter extends AbstractItemWriter {

    private static final Logger LOG = System.getLogger(OrderWriter.class.getName());

    @EJB
    SettleRuns runs;

    @EJB
    LedgerSealing sealing;

    @Resource
    ManagedExecutorService helpers;

    abstract String runId();

    /** What is done with orders of one part. */
    abstract void write(int part, List<UUID> orders);

    @Override
    public void writeItems(List<Object> items) {
        Map<Integer, List<UUID>> parts = items.stream()
                .map(OrderAtWork.class::cast)
                .collect(Collectors.groupingBy(
                        OrderAtWork::part, Collectors.mapping(OrderAtWork::id, Collectors.toList())));
        Together.each(parts.entrySet(), this::write, helpers);
        // Now that they are committed. What a killed server leaves unsealed the next one seals.
        sealing.sealAll();
    }

    private int write(Map.Entry<Integer, List<UUID>> part) {
        try {
            write(part.getKey(), part.getValue());
        } catch (BusinessFailure refusal) {
            // Of one of them, and nobody says of which; so all of it was rolled back.
            part.getValue().forEach(order -> writeOne(part.getKey(), order));
        }
        return part.getValue().size();
    }

    /** What cannot be done with one order stops no other. */
    private void writeOne(int part, UUID order) {
        try {
            write(part, List.of(order));
        } catch (BusinessFailure refusal) {
            LOG.log(Level.ERROR, "The order " + order + " is skipped: " + refusal.code(), refusal);
            runs.skip(Long.parseLong(runId()), part, List.of(order));
        }
    }
}
