package org.computility.connector.meters.protocol;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.MeterPoint;
import org.computility.connector.meters.MeterPoint.ModbusRegister;
import org.computility.connector.meters.PointReading;

/** Asks a device over Modbus TCP. */
public final class ModbusClient implements DeviceClient {

    private final MeterDevice device;

    public ModbusClient(MeterDevice device) {
        this.device = device;
    }

    @Override
    public List<PointReading> read(List<MeterPoint> points) throws RuntimeFailure {
        ModbusTCPMaster master = new ModbusTCPMaster(
                device.host(), device.port(), (int) device.patience().toMillis(), false);
        try {
            connect(master);
            // The library takes 0 for five.
            master.setRetries(1);
            List<PointReading> readings = new ArrayList<>();
            for (MeterPoint point : points) {
                readings.add(read(master, register(point)));
            }
            return readings;
        } finally {
            master.disconnect();
        }
    }

    private static ModbusRegister register(MeterPoint point) throws RuntimeFailure {
        if (point instanceof ModbusRegister register) {
            return register;
        }
        throw new RuntimeFailure(Reason.REFUSED, "A device that speaks Modbus TCP has registers only", null);
    }

    // The library declares every exception there is.
    private void connect(ModbusTCPMaster master) throws RuntimeFailure {
        try {
            master.connect();
        } catch (SocketTimeoutException e) {
            throw new RuntimeFailure(Reason.TIMED_OUT, device + " does not take the connection in time", e);
        } catch (Exception e) {
            throw new RuntimeFailure(Reason.UNREACHABLE, device + " does not answer: " + e.getMessage(), e);
        }
    }

    /** What the device refuses is of this point alone; a device that is silent is silent for all. */
    private PointReading read(ModbusTCPMaster master, ModbusRegister point) throws RuntimeFailure {
        int count = point.type().registers();
        try {
            InputRegister[] registers = point.input()
                    ? master.readInputRegisters(point.unit(), point.address(), count)
                    : master.readMultipleRegisters(point.unit(), point.address(), count);
            if (registers == null || registers.length != count) {
                throw new RuntimeFailure(Reason.GARBLED, device + " answers another number of registers", null);
            }
            return Registers.decode(
                    point,
                    Arrays.stream(registers)
                            .mapToInt(InputRegister::toUnsignedShort)
                            .toArray());
        } catch (ModbusSlaveException e) {
            return PointReading.failed(null, "The device refuses the registers: " + e.getMessage());
        } catch (ModbusIOException e) {
            throw new RuntimeFailure(Reason.TIMED_OUT, device + " does not answer in time: " + e.getMessage(), e);
        } catch (ModbusException e) {
            throw new RuntimeFailure(Reason.GARBLED, device + " answers no Modbus: " + e.getMessage(), e);
        }
    }
}
