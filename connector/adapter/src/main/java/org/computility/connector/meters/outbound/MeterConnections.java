package org.computility.connector.meters.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import org.computility.connector.meters.MeterConnection;
import org.computility.connector.meters.MeterConnectionFactory;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.outbound.Connections;

/** What the application looks up. */
public final class MeterConnections extends Connections<MeterDevice> implements MeterConnectionFactory {

    private static final long serialVersionUID = 1L;

    MeterConnections(MeterManagedConnectionFactory managed, ConnectionManager pool) {
        super(managed, pool);
    }

    @Override
    public MeterConnection getConnection(MeterDevice device) throws ResourceException {
        return (MeterConnection) allocate(device);
    }
}
