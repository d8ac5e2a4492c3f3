package org.computility.energy.sources;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.computility.connector.meters.MeterPoint.ObjectType;
import org.computility.connector.meters.MeterPoint.RegisterType;

/** What a point of a device holds. */
public enum DataType {
    UINT16(RegisterType.UINT16, 16),
    INT16(RegisterType.INT16, 0),
    UINT32(RegisterType.UINT32, 32),
    INT32(RegisterType.INT32, 0),
    UINT64(RegisterType.UINT64, 64),
    FLOAT32(RegisterType.FLOAT32, 0),
    FLOAT64(RegisterType.FLOAT64, 0),
    COUNTER32(ObjectType.COUNTER32, 32),
    COUNTER64(ObjectType.COUNTER64, 64),
    GAUGE32(ObjectType.GAUGE32, 0),
    INTEGER32(ObjectType.INTEGER32, 0),
    TEXT(ObjectType.TEXT, 0);

    private final RegisterType register;
    private final ObjectType object;
    private final int bits;

    DataType(RegisterType register, int bits) {
        this.register = register;
        this.object = null;
        this.bits = bits;
    }

    DataType(ObjectType object, int bits) {
        this.register = null;
        this.object = object;
        this.bits = bits;
    }

    Protocol protocol() {
        return register == null ? Protocol.SNMP : Protocol.MODBUS_TCP;
    }

    /** Null: not of Modbus. */
    RegisterType register() {
        return register;
    }

    /** Null: not of SNMP. */
    ObjectType object() {
        return object;
    }

    /** Where a counter of this type begins at zero again; empty where its type does not tell. */
    Optional<BigDecimal> width() {
        return bits == 0 ? Optional.empty() : Optional.of(new BigDecimal(BigInteger.ONE.shiftLeft(bits)));
    }
}
