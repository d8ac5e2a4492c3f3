package org.computility.connector.meters;

/** Where in a device a meter's value stands. */
public sealed interface MeterPoint {

    /**
     * Of a Modbus device.
     *
     * @param unit which device behind the address, 0 to 255
     * @param input whether an input register (function 4), else a holding register (function 3)
     * @param address of the first register as it is sent, from 0: the one that manuals call 40001 is 0
     * @param lowWordFirst whether the least significant register comes first
     */
    record ModbusRegister(int unit, boolean input, int address, RegisterType type, boolean lowWordFirst)
            implements MeterPoint {}

    /** Of an SNMP agent. */
    record SnmpObject(String oid, ObjectType type) implements MeterPoint {}

    /** What registers hold together; each has 16 bits, the most significant byte first. */
    enum RegisterType {
        UINT16(1),
        INT16(1),
        UINT32(2),
        INT32(2),
        UINT64(4),
        FLOAT32(2),
        FLOAT64(4);

        private final int registers;

        RegisterType(int registers) {
            this.registers = registers;
        }

        /** So many lie side by side. */
        public int registers() {
            return registers;
        }
    }

    /** What an object is of SMI's types. */
    enum ObjectType {
        COUNTER32,
        COUNTER64,
        /** Also Unsigned32, which is the same on the wire. */
        GAUGE32,
        INTEGER32,
        /** An octet string that spells a number, as {@code 230.5}. */
        TEXT
    }
}
