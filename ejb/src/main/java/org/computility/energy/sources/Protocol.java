package org.computility.energy.sources;

/** How a device is asked. */
public enum Protocol {
    MODBUS_TCP(502),
    SNMP(161),
    /** A node tells what its machines used, by the southbound API. */
    NODE(null);

    private final Integer port;

    Protocol(Integer port) {
        this.port = port;
    }

    /** Where devices usually listen; null of nodes, whose address is known. */
    public Integer usualPort() {
        return port;
    }
}
