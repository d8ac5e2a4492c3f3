package org.computility.connector.accelerator.outbound;

import jakarta.resource.spi.ManagedConnectionMetaData;
import org.computility.connector.RuntimeAddress;

/** Says to the server's tools what a connection leads to. */
record AcceleratorMetaData(RuntimeAddress address) implements ManagedConnectionMetaData {

    @Override
    public String getEISProductName() {
        return "Accelerator runtime";
    }

    @Override
    public String getEISProductVersion() {
        return "T/BAX 0006.5-2024";
    }

    /** Unlimited. */
    @Override
    public int getMaxConnections() {
        return 0;
    }

    @Override
    public String getUserName() {
        return address.username();
    }
}
