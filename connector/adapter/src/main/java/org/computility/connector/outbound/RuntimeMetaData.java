package org.computility.connector.outbound;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** Says to the server's tools what a connection leads to. */
public record RuntimeMetaData(String product, String version, String username) implements ManagedConnectionMetaData {

    @Override
    public String getEISProductName() {
        return product;
    }

    @Override
    public String getEISProductVersion() {
        return version;
    }

    /** Unlimited. */
    @Override
    public int getMaxConnections() {
        return 0;
    }

    @Override
    public String getUserName() {
        return username;
    }
}
