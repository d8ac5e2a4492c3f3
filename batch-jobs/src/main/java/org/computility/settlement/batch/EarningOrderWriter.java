package org.computility.settlement.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Pays a chunk of orders out in one transaction. */
@Named("earningOrderWriter")
@Dependent
public class EarningOrderWriter extends AbstractItemWriter {

    @Inject
    @BatchProperty(name = "runId")
    String runId;

    @Inject
    @BatchProperty(name = "part")
    String part;

    @Inject
    @BatchProperty(name = "parts")
    String parts;

    @EJB
    SettleRuns runs;

    @Override
    public void writeItems(List<Object> items) {
        List<UUID> orders = items.stream().map(UUID.class::cast).toList();
        runs.payOut(Long.parseLong(runId), OrderReader.part(part, parts), orders);
    }
}
