package org.computility.settlement.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Settles a chunk of orders. */
@Named("usedOrderWriter")
@Dependent
public class UsedOrderWriter extends OrderWriter {

    @Inject
    @BatchProperty(name = "runId")
    String runId;

    @Override
    String runId() {
        return runId;
    }

    @Override
    void write(int part, List<UUID> orders) {
        runs.settle(Long.parseLong(runId), part, orders);
    }
}
