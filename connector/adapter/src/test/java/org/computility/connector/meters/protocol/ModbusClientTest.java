package org.computility.connector.meters.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.MeterPoint;
import org.computility.connector.meters.MeterPoint.ModbusRegister;
import org.computility.connector.meters.MeterPoint.ObjectType;
import org.computility.connector.meters.MeterPoint.RegisterType;
import org.computility.connector.meters.MeterPoint.SnmpObject;
import org.computility.connector.meters.PointReading;
import org.computility.connector.meters.devices.ModbusDevice;
import org.computility.connector.meters.devices.SilentDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModbusClientTest {

    private int port;
    private DeviceClient client;

    @BeforeEach
    void findAPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        client = new ModbusClient(new MeterDevice("127.0.0.1", port, null, Duration.ofMillis(700)));
    }

    @Test
    void readsRegistersOfBothKindsInTheirOrder() throws RuntimeFailure {
        try (ModbusDevice device = new ModbusDevice(port)) {
            device.counts(100, 4_294_967_290L).senses(7, 0x4248, 0x0000);

            List<PointReading> readings = client.read(List.of(
                    new ModbusRegister(1, true, 7, RegisterType.FLOAT32, false),
                    new ModbusRegister(1, false, 100, RegisterType.UINT32, false)));

            assertThat(readings).extracting(PointReading::raw).containsExactly("4248 0000", "ffff fffa");
            assertThat(readings.get(0).value()).isEqualByComparingTo("50");
            assertThat(readings.get(1).value()).isEqualByComparingTo("4294967290");
        }
    }

    @Test
    void aRegisterThatIsNotThereCostsNoOtherItsValue() throws RuntimeFailure {
        try (ModbusDevice device = new ModbusDevice(port)) {
            device.holds(1, 230);

            List<PointReading> readings = client.read(List.of(word(900), word(1)));

            assertThat(readings.get(0).value()).isNull();
            assertThat(readings.get(0).failure()).contains("refuses the registers");
            assertThat(readings.get(1).value()).isEqualByComparingTo("230");
        }
    }

    @Test
    void aDeviceThatWentAwayAndReturnedIsReadAgain() throws RuntimeFailure {
        new ModbusDevice(port).holds(1, 1).close();
        assertThatThrownBy(() -> client.read(List.of(word(1))))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE))
                .hasMessageContaining("modbus:127.0.0.1:" + port);
        try (ModbusDevice device = new ModbusDevice(port)) {
            device.holds(1, 2);
            assertThat(client.read(List.of(word(1))).get(0).value()).isEqualByComparingTo("2");
        }
    }

    @Test
    void aDeviceThatHangsIsGivenUpOnceForAllItsPoints() throws IOException {
        try (SilentDevice device = new SilentDevice(port)) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> client.read(List.of(word(1), word(2), word(3), word(4), word(5))))
                    .isInstanceOfSatisfying(
                            RuntimeFailure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
            assertThat(device).isNotNull();
        }
    }

    @Test
    void aSilentUnitBehindAGatewayCostsNoOtherItsValue() throws Exception {
        try (Gateway gateway = new Gateway(port)) {
            List<PointReading> readings = client.read(List.of(
                    new ModbusRegister(9, false, 1, RegisterType.UINT16, false),
                    new ModbusRegister(9, false, 2, RegisterType.UINT16, false),
                    word(230)));

            assertThat(readings)
                    .extracting(PointReading::failure)
                    .elements(0, 1)
                    .allMatch(why -> why.contains("in time"));
            assertThat(readings.get(2).value()).isEqualByComparingTo("230");
            assertThat(gateway.asked()).as("each silent unit once").containsOnlyOnce(9);
        }
    }

    @Test
    void knowsNoObjects() {
        try (ModbusDevice device = new ModbusDevice(port)) {
            List<MeterPoint> foreign = List.of(new SnmpObject("1.3.6", ObjectType.COUNTER32));
            assertThatThrownBy(() -> client.read(foreign)).hasMessageContaining("registers only");
            assertThat(device).isNotNull();
        }
    }

    /** Only unit 1 answers behind it, with the address that it was asked for. */
    private static final class Gateway implements AutoCloseable {

        private final ServerSocket door;
        private final ConcurrentLinkedQueue<Integer> asked = new ConcurrentLinkedQueue<>();

        private Gateway(int port) throws IOException {
            door = new ServerSocket(port);
            new Thread(this::serve).start();
        }

        private List<Integer> asked() {
            return List.copyOf(asked);
        }

        private void serve() {
            while (!door.isClosed()) {
                try (Socket caller = door.accept()) {
                    answer(caller);
                } catch (IOException e) {
                    // The caller left, or the test is over.
                }
            }
        }

        private void answer(Socket caller) throws IOException {
            DataInputStream in = new DataInputStream(caller.getInputStream());
            DataOutputStream out = new DataOutputStream(caller.getOutputStream());
            while (true) {
                int transaction = in.readUnsignedShort();
                in.skipNBytes(4);
                int unit = in.readUnsignedByte();
                int function = in.readUnsignedByte();
                int address = in.readUnsignedShort();
                in.skipNBytes(2);
                asked.add(unit);
                if (unit == 1) {
                    out.writeShort(transaction);
                    out.writeShort(0);
                    out.writeShort(5);
                    out.write(new byte[] {1, (byte) function, 2});
                    out.writeShort(address);
                    out.flush();
                }
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    private static MeterPoint word(int address) {
        return new ModbusRegister(1, false, address, RegisterType.UINT16, false);
    }
}
