package org.computility.energy.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.computility.connector.meters.MeterPoint;
import org.computility.connector.meters.MeterPoint.ModbusRegister;
import org.computility.energy.sources.NewSource.Function;
import org.computility.energy.sources.NewSource.WordOrder;

/** Where in a Modbus device a meter stands. */
@Embeddable
class ModbusWay {

    @Column(name = "unit_id")
    private Integer unitId;

    @Enumerated(EnumType.STRING)
    @Column(name = "register_function")
    private Function function;

    @Column(name = "register_address")
    private Integer address;

    @Enumerated(EnumType.STRING)
    @Column(name = "word_order")
    private WordOrder wordOrder;

    protected ModbusWay() {}

    static ModbusWay of(NewSource.Modbus wanted) {
        if (wanted == null) {
            return null;
        }
        ModbusWay way = new ModbusWay();
        way.unitId = Objects.requireNonNullElse(wanted.unitId(), 1);
        way.function = Objects.requireNonNullElse(wanted.function(), Function.HOLDING);
        way.address = wanted.address();
        way.wordOrder = Objects.requireNonNullElse(wanted.wordOrder(), WordOrder.HIGH_FIRST);
        return way;
    }

    MeterPoint point(DataType type) {
        return new ModbusRegister(
                unitId, function == Function.INPUT, address, type.register(), wordOrder == WordOrder.LOW_FIRST);
    }

    NewSource.Modbus view() {
        return new NewSource.Modbus(unitId, function, address, wordOrder);
    }
}
