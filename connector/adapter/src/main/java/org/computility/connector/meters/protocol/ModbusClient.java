package org.computility.connector.meters.protocol;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.MeterPoint;
import org.computility.connector.meters.MeterPoint.ModbusRegister;
import org.computility.connector.meters.PointReading;

/** Asks a device over Modbus TCP. */
public final class ModbusClient implements DeviceClient {

    /** Units behind one address. */
    private static final int MOST_SILENT = 3;

    private final MeterDevice device;

    public ModbusClient(MeterDevice device) {
        this.device = device;
    }

    @Override
    public List<PointReading> read(List<MeterPoint> points) throws RuntimeFailure {
        ModbusTCPMaster master = master();
        try {
            connect(master);
            return read(master, points);
        } finally {
            master.disconnect();
        }
    }

    /** A unit that is silent costs no other behind the same gateway its values; several silent ones, and the rest is not waited for. */
    private List<PointReading> read(ModbusTCPMaster master, List<MeterPoint> points) throws RuntimeFailure {
        List<PointReading> readings = new ArrayList<>();
        Set<Integer> silent = new HashSet<>();
        RuntimeFailure silence = null;
        boolean answered = false;
        for (MeterPoint point : points) {
            ModbusRegister register = register(point);
            if (silent.contains(register.unit()) || silent.size() >= MOST_SILENT) {
                readings.add(PointReading.failed(null, silence.getMessage()));
                continue;
            }
            try {
                readings.add(read(master, register));
                answered = true;
            } catch (RuntimeFailure e) {
                if (e.reason() != Reason.TIMED_OUT) {
                    throw e;
                }
                silence = e;
                silent.add(register.unit());
                readings.add(PointReading.failed(null, e.getMessage()));
                // A late answer must not be taken for the next one's.
                master.disconnect();
                connect(master);
            }
        }
        if (silence != null && !answered) {
            throw silence;
        }
        return readings;
    }

    private ModbusTCPMaster master() throws RuntimeFailure {
        try {
            return new ModbusTCPMaster(
                    device.host(), device.port(), (int) device.patience().toMillis(), false);
        } catch (RuntimeException e) {
            // Its name is known no more.
            throw new RuntimeFailure(Reason.UNREACHABLE, device + " cannot be called: " + e.getMessage(), e);
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
            // Of this connection; the library takes 0 for five.
            master.setRetries(1);
        } catch (SocketTimeoutException e) {
            throw new RuntimeFailure(Reason.TIMED_OUT, device + " does not take the connection in time", e);
        } catch (Exception e) {
            throw new RuntimeFailure(Reason.UNREACHABLE, device + " does not answer: " + e.getMessage(), e);
        }
    }

    /** What the device refuses is of this point alone. */
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
        } catch (RuntimeException e) {
            // The library trusts what comes.
            throw new RuntimeFailure(Reason.GARBLED, device + " answers something else: " + e, e);
        }
    }
}
