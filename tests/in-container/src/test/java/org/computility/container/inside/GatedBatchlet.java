package org.computility.container.inside;

import jakarta.batch.api.Batchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Holds its thread until the gate opens, as a long piece of work does. */
@Named("gatedBatchlet")
@Dependent
public class GatedBatchlet implements Batchlet {

    @Inject
    private Gate gate;

    @Override
    public String process() throws InterruptedException {
        gate.pass();
        return "COMPLETED";
    }

    @Override
    public void stop() {
        gate.open();
    }
}
