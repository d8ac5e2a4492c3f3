package org.computility.connector.meters.protocol;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.computility.connector.meters.MeterPoint.ObjectType;
import org.computility.connector.meters.MeterPoint.SnmpObject;
import org.computility.connector.meters.PointReading;
import org.snmp4j.PDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** What objects of an SNMP agent mean. */
final class ManagedObjects {

    private static final int LONGEST_RAW = 200;

    private ManagedObjects() {}

    static PointReading decode(SnmpObject object, VariableBinding shown) {
        Variable variable = shown.getVariable();
        if (variable.isException()) {
            return PointReading.failed(null, "The agent has no object " + object.oid() + ".");
        }
        String raw = raw(variable);
        BigDecimal value = value(object.type(), variable);
        return value == null
                ? PointReading.failed(raw, "The object is no " + object.type() + ": the agent sent " + raw + ".")
                : PointReading.of(value, raw);
    }

    /** Why an agent does not take what was said, by the counter that it reports. */
    static String report(PDU answer) {
        OID counter = answer.size() == 0 ? null : answer.get(0).getOid();
        if (SnmpConstants.usmStatsUnknownUserNames.equals(counter)) {
            return "it knows no such user";
        }
        if (SnmpConstants.usmStatsWrongDigests.equals(counter)) {
            return "the password of authentication is another one";
        }
        if (SnmpConstants.usmStatsDecryptionErrors.equals(counter)) {
            return "the password of encryption is another one";
        }
        if (SnmpConstants.usmStatsUnsupportedSecLevels.equals(counter)) {
            return "it wants another level of security of this user";
        }
        return "it reports " + counter;
    }

    private static BigDecimal value(ObjectType type, Variable variable) {
        return switch (type) {
            case COUNTER32 -> variable instanceof Counter32 counter ? BigDecimal.valueOf(counter.getValue()) : null;
            case COUNTER64 ->
                variable instanceof Counter64 counter
                        ? new BigDecimal(Long.toUnsignedString(counter.getValue()))
                        : null;
            // A counter is a kind of unsigned integer to the library.
            case GAUGE32 ->
                variable instanceof UnsignedInteger32 gauge && !(variable instanceof Counter32)
                        ? BigDecimal.valueOf(gauge.getValue())
                        : null;
            case INTEGER32 -> variable instanceof Integer32 number ? BigDecimal.valueOf(number.getValue()) : null;
            case TEXT -> variable instanceof OctetString text ? spelled(text) : null;
        };
    }

    private static BigDecimal spelled(OctetString text) {
        String number = new String(text.getValue(), StandardCharsets.UTF_8).strip();
        return number.matches("[+-]?[0-9]{1,18}([.][0-9]{1,9})?") ? new BigDecimal(number) : null;
    }

    private static String raw(Variable variable) {
        String raw = variable.getSyntaxString() + " " + variable;
        return raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw;
    }
}
