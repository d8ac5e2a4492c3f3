package org.computility.connector.meters.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.time.Duration;
import java.util.ArrayList;
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
import org.computility.connector.meters.SnmpAccess;
import org.computility.connector.meters.SnmpAccess.AuthProtocol;
import org.computility.connector.meters.SnmpAccess.PrivProtocol;
import org.computility.connector.meters.devices.SnmpAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;

class SnmpClientTest {

    private static final String ROOT = "1.3.6.1.4.1.318.1.";
    private static final SnmpAccess PUBLIC = new SnmpAccess("s3cret", null, null, null, null, null);

    private int port;
    private SnmpAgent agent;

    @BeforeEach
    void start() throws IOException {
        try (DatagramSocket free = new DatagramSocket()) {
            port = free.getLocalPort();
        }
        agent = new SnmpAgent(port, "s3cret")
                .shows(ROOT + 1, new Counter32(4_294_967_295L))
                .shows(ROOT + 2, new Counter64(-1))
                .shows(ROOT + 3, new Gauge32(230))
                .shows(ROOT + 4, new Integer32(-5))
                .shows(ROOT + 5, new OctetString(" 23.75 "))
                .shows(ROOT + 6, new OctetString("off"))
                .knows("meter", AuthSHA.ID, "auth-pass", PrivAES128.ID, "priv-pass")
                .knows("newer", AuthHMAC192SHA256.ID, "auth-pass", PrivAES128.ID, "priv-pass");
    }

    @AfterEach
    void stop() throws IOException {
        agent.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, COUNTER32, 4294967295",
        "2, COUNTER64, 18446744073709551615",
        "3, GAUGE32, 230",
        "4, INTEGER32, -5",
        "5, TEXT, 23.75",
    })
    void readsObjectsOfEveryType(int object, ObjectType type, String value) throws RuntimeFailure {
        assertThat(read(PUBLIC, object(object, type)).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1, COUNTER64", "1, GAUGE32", "3, COUNTER32", "4, GAUGE32", "6, TEXT", "3, TEXT"})
    void whatIsOfAnotherTypeIsNoValue(int object, ObjectType type) throws RuntimeFailure {
        PointReading reading = read(PUBLIC, object(object, type));
        assertThat(reading.value()).isNull();
        assertThat(reading.raw()).isNotBlank();
        assertThat(reading.failure()).contains("is no " + type);
    }

    @Test
    void anObjectThatIsNotThereCostsNoOtherItsValue() throws RuntimeFailure {
        List<MeterPoint> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(object(3, ObjectType.GAUGE32));
        }
        many.set(12, object(99, ObjectType.GAUGE32));

        List<PointReading> readings = client(PUBLIC).read(many);

        assertThat(readings).hasSize(30);
        assertThat(readings.get(12).failure()).contains("has no object");
        assertThat(readings.get(29).value()).isEqualByComparingTo("230");
    }

    @Test
    void usersAreKnownByTheirPasswords() throws RuntimeFailure {
        assertThat(read(user("meter", AuthProtocol.SHA, "auth-pass", "priv-pass"), object(3, ObjectType.GAUGE32))
                        .value())
                .isEqualByComparingTo("230");
        assertThat(read(user("newer", AuthProtocol.SHA256, "auth-pass", "priv-pass"), object(3, ObjectType.GAUGE32))
                        .value())
                .isEqualByComparingTo("230");
        refused(user("nobody", AuthProtocol.SHA, "auth-pass", "priv-pass"), "knows no such user");
        refused(user("meter", AuthProtocol.SHA, "wrong-pass", "priv-pass"), "password of authentication");
    }

    @Test
    void whoDoesNotKnowTheCommunityGetsNoAnswer() {
        SnmpAccess stranger = new SnmpAccess("public", null, null, null, null, null);
        assertThatThrownBy(() -> read(stranger, object(3, ObjectType.GAUGE32)))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT));
    }

    @Test
    void knowsNoRegistersAndTellsNoSecret() {
        List<MeterPoint> foreign = List.of(new ModbusRegister(1, false, 0, RegisterType.UINT16, false));
        assertThatThrownBy(() -> client(PUBLIC).read(foreign)).hasMessageContaining("objects only");
        assertThat(PUBLIC + " " + user("meter", AuthProtocol.SHA, "auth-pass", "priv-pass"))
                .isEqualTo("v2c v3 meter");
    }

    private void refused(SnmpAccess access, String words) {
        assertThatThrownBy(() -> read(access, object(3, ObjectType.GAUGE32)))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_ACCEPTED))
                .hasMessageContaining(words)
                .hasMessageNotContaining("-pass");
    }

    private PointReading read(SnmpAccess access, MeterPoint point) throws RuntimeFailure {
        return client(access).read(List.of(point)).get(0);
    }

    private DeviceClient client(SnmpAccess access) {
        return new SnmpClient(new MeterDevice("127.0.0.1", port, access, Duration.ofMillis(1500)));
    }

    private static MeterPoint object(int number, ObjectType type) {
        return new SnmpObject(ROOT + number, type);
    }

    private static SnmpAccess user(String name, AuthProtocol auth, String authPassword, String privPassword) {
        return new SnmpAccess(null, name, auth, authPassword, PrivProtocol.AES128, privPassword);
    }
}
