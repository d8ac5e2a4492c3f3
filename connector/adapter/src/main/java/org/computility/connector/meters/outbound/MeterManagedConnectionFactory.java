package org.computility.connector.meters.outbound;

import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import org.computility.connector.meters.MeterConnection;
import org.computility.connector.meters.MeterConnectionFactory;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.protocol.ModbusClient;
import org.computility.connector.meters.protocol.SnmpClient;
import org.computility.connector.outbound.Handle;
import org.computility.connector.outbound.Place;
import org.computility.connector.outbound.Places;
import org.computility.connector.outbound.RuntimeMetaData;

/** Makes the pooled connections to devices that show meters. The pool's size bounds how many are asked at once by one server. */
@ConnectionDefinition(
        connectionFactory = MeterConnectionFactory.class,
        connectionFactoryImpl = MeterConnections.class,
        connection = MeterConnection.class,
        connectionImpl = MeterHandle.class)
public class MeterManagedConnectionFactory extends Places<MeterDevice> {

    private static final long serialVersionUID = 1L;

    @Override
    public Object createConnectionFactory(ConnectionManager pool) {
        return new MeterConnections(this, pool);
    }

    @Override
    protected Handle<?> open(Place place, MeterDevice device) {
        return new MeterHandle(place, device.access() == null ? new ModbusClient(device) : new SnmpClient(device));
    }

    @Override
    protected RuntimeMetaData describe(MeterDevice device) {
        return new RuntimeMetaData(
                "Meter device",
                device.access() == null ? "Modbus TCP" : "SNMP",
                device.access() == null ? null : device.access().user());
    }

    // There is nothing to set, so all factories are the same.
    @Override
    public boolean equals(Object other) {
        return other instanceof MeterManagedConnectionFactory;
    }

    @Override
    public int hashCode() {
        return MeterManagedConnectionFactory.class.hashCode();
    }
}
