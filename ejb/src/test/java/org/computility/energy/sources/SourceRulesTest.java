package org.computility.energy.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.computility.energy.MeterKind;
import org.computility.energy.nodes.Covers;
import org.computility.energy.sources.NewSource.AuthProtocol;
import org.computility.energy.sources.NewSource.Modbus;
import org.computility.energy.sources.NewSource.Node;
import org.computility.energy.sources.NewSource.PrivProtocol;
import org.computility.energy.sources.NewSource.Snmp;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {

    private static final Modbus REGISTER = new Modbus(null, null, 0, null);
    private static final String LONG = "long enough";

    @Test
    void takesWhatCanBeRead() {
        taken(modbus(DataType.UINT32, "0.01", SourceUnit.KWH, REGISTER));
        taken(modbus(DataType.FLOAT32, null, SourceUnit.W, REGISTER));
        taken(snmp(new Snmp("1.3", "public", null, null, null, null, null)));
        taken(snmp(new Snmp("1.3", null, "u", null, null, null, null)));
        taken(snmp(new Snmp("1.3", null, "u", AuthProtocol.SHA, LONG, PrivProtocol.AES128, LONG)));
    }

    @Test
    void namesWhatIsMissing() {
        refused("address", modbus(DataType.UINT16, "1", SourceUnit.KWH, null));
        refused("address", modbus(DataType.UINT16, "1", SourceUnit.KWH, new Modbus(1, null, null, null)));
        refused("oid", snmp(null));
        refused("oid", snmp(new Snmp(null, "public", null, null, null, null, null)));
        refused("user", snmp(new Snmp("1.3", null, null, null, null, null, null)));
        refused("authPassword", snmp(new Snmp("1.3", null, "u", AuthProtocol.SHA, null, null, null)));
        refused("privPassword", snmp(new Snmp("1.3", null, "u", AuthProtocol.SHA, LONG, PrivProtocol.DES, null)));
    }

    @Test
    void namesWhatDoesNotFit() {
        refused("dataType", modbus(DataType.COUNTER32, "1", SourceUnit.KWH, REGISTER));
        refused("unit", modbus(DataType.UINT16, "1", SourceUnit.L, REGISTER));
        Snmp community = new Snmp("1.3", "public", null, null, null, null, null);
        refused(
                "source",
                new NewSource(
                        Protocol.MODBUS_TCP,
                        "h",
                        null,
                        null,
                        DataType.UINT16,
                        null,
                        SourceUnit.WH,
                        REGISTER,
                        community,
                        null));
        refused(
                "source",
                new NewSource(
                        Protocol.SNMP, "h", null, null, DataType.TEXT, null, SourceUnit.WH, REGISTER, community, null));
        refused("community", snmp(new Snmp("1.3", "public", "u", null, null, null, null)));
        refused("authProtocol", snmp(new Snmp("1.3", "public", null, AuthProtocol.MD5, LONG, null, null)));
        refused("privProtocol", snmp(new Snmp("1.3", "public", null, null, null, PrivProtocol.DES, LONG)));
        refused("privProtocol", snmp(new Snmp("1.3", null, "u", null, null, PrivProtocol.DES, LONG)));
        refused("authPassword", snmp(new Snmp("1.3", null, "u", null, LONG, null, null)));
        refused("authPassword", snmp(new Snmp("1.3", null, "u", AuthProtocol.SHA, "short", null, null)));
        refused("privPassword", snmp(new Snmp("1.3", null, "u", AuthProtocol.SHA, LONG, PrivProtocol.DES, "short")));
    }

    @Test
    void aNodeIsNamedByItsCodeAndNothingElse() {
        Node node = new Node("11010800005020000001", null);
        taken(node(null, null, null, node));
        refused("node", node(null, null, null, null));
        refused("node", node(null, null, null, new Node(null, Covers.CPU)));
        refused("source", node("h", null, null, node));
        refused("source", node(null, DataType.FLOAT64, null, node));
        refused("source", node(null, null, SourceUnit.KWH, node));
        assertThatThrownBy(() -> SourceRules.check(MeterKind.WATER, node(null, null, null, node)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> SourceRules.checkModulus(BigDecimal.TEN, node(null, null, null, node)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aDeviceIsNoNode() {
        Node node = new Node("11010800005020000001", null);
        refused("host", device(null, DataType.UINT16, SourceUnit.WH, null));
        refused("dataType", device("h", null, SourceUnit.WH, null));
        refused("unit", device("h", DataType.UINT16, null, null));
        refused("source", device("h", DataType.UINT16, SourceUnit.WH, node));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0000000001", "1000000000"})
    void aScaleIsAboveZeroAndShort(String scale) {
        refused("scale", modbus(DataType.UINT16, scale, SourceUnit.KWH, REGISTER));
    }

    private static void taken(NewSource source) {
        assertThatCode(() -> SourceRules.check(MeterKind.IT_ELECTRICITY, source))
                .doesNotThrowAnyException();
    }

    private static void refused(String member, NewSource source) {
        assertThatThrownBy(() -> SourceRules.check(MeterKind.IT_ELECTRICITY, source))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo(member));
    }

    private static NewSource modbus(DataType type, String scale, SourceUnit unit, Modbus modbus) {
        return new NewSource(
                Protocol.MODBUS_TCP,
                "h",
                null,
                null,
                type,
                scale == null ? null : new BigDecimal(scale),
                unit,
                modbus,
                null,
                null);
    }

    private static NewSource snmp(Snmp snmp) {
        return new NewSource(Protocol.SNMP, "h", null, null, DataType.COUNTER64, null, SourceUnit.WH, null, snmp, null);
    }

    private static NewSource node(String host, DataType type, SourceUnit unit, Node node) {
        return new NewSource(Protocol.NODE, host, null, null, type, null, unit, null, null, node);
    }

    private static NewSource device(String host, DataType type, SourceUnit unit, Node node) {
        return new NewSource(Protocol.MODBUS_TCP, host, null, null, type, null, unit, REGISTER, null, node);
    }
}
