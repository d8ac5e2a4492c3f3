package org.computility.connector.meters.devices;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import java.net.InetAddress;

/** A device of j2mod that speaks Modbus TCP on this machine, as unit 1; it has the registers that it was told to show. */
public final class ModbusDevice implements AutoCloseable {

    private static final int UNIT = 1;
    private static final int AT_ONCE = 5;

    private final ModbusSlave slave;
    private final SimpleProcessImage image = new SimpleProcessImage(UNIT);

    public ModbusDevice(int port) {
        try {
            slave = ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), port, AT_ONCE, false);
            slave.addProcessImage(UNIT, image);
            slave.open();
        } catch (ModbusException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows these holding registers from that address on. */
    public ModbusDevice holds(int address, int... words) {
        for (int i = 0; i < words.length; i++) {
            image.addRegister(address + i, new SimpleRegister(words[i]));
        }
        return this;
    }

    /** Shows an unsigned number of 32 bits, the high word first. */
    public ModbusDevice counts(int address, long value) {
        return holds(address, (int) (value >>> 16 & 0xffff), (int) (value & 0xffff));
    }

    /** Shows these input registers from that address on. */
    public ModbusDevice senses(int address, int... words) {
        for (int i = 0; i < words.length; i++) {
            image.addInputRegister(address + i, new SimpleInputRegister(words[i]));
        }
        return this;
    }

    @Override
    public void close() {
        ModbusSlaveFactory.close(slave);
    }
}
