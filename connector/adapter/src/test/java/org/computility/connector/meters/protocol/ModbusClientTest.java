package org.computility.connector.meters.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
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
    void knowsNoObjects() {
        try (ModbusDevice device = new ModbusDevice(port)) {
            List<MeterPoint> foreign = List.of(new SnmpObject("1.3.6", ObjectType.COUNTER32));
            assertThatThrownBy(() -> client.read(foreign)).hasMessageContaining("registers only");
            assertThat(device).isNotNull();
        }
    }

    private static MeterPoint word(int address) {
        return new ModbusRegister(1, false, address, RegisterType.UINT16, false);
    }
}
