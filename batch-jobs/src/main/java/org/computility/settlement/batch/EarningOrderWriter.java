package org.computility.settlement.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Pays a chunk of orders out. */
@Named("earningOrderWriter")
@Dependent
public class EarningOrderWriter extends OrderWriter {

    @Inject
    @BatchProperty(name = "runId")
    String runId;

    @Override
    String runId() {
        return runId;
    }

    @Override
    void write(int part, List<UUID> orders) {
        runs.payOut(Long.parseLong(runId), part, orders);
    }
}
