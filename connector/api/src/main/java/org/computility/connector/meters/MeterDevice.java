package org.computility.connector.meters;

import java.time.Duration;
import java.util.Objects;

/**
 * A device that shows meters, and how the platform makes itself known to it.
 *
 * @param host a name or an address
 * @param access null: the device speaks Modbus TCP, which knows no users
 * @param patience how long each of its answers may take
 */
public record MeterDevice(String host, int port, SnmpAccess access, Duration patience) {

    public MeterDevice {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(patience, "patience");
    }

    @Override
    public String toString() {
        return (access == null ? "modbus:" : "snmp:") + host + ":" + port;
    }
}
