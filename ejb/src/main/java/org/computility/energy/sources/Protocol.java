package org.computility.energy.sources;

/** How a device is asked. */
public enum Protocol {
    MODBUS_TCP(502),
    SNMP(161);

    private final int port;

    Protocol(int port) {
        this.port = port;
    }

    /** Where devices usually listen. */
    public int usualPort() {
        return port;
    }
}
