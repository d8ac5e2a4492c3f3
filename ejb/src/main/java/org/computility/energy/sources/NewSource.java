package org.computility.energy.sources;

import java.math.BigDecimal;
import org.computility.energy.nodes.Covers;

/**
 * Where a meter shall be read.
 *
 * @param host a name or an address; null: not said
 * @param port null: the protocol's usual one
 * @param intervalSeconds null: 60
 * @param dataType null: not said
 * @param scale what the device's number is multiplied with; null: 1
 * @param unit null: not said
 * @param modbus null: not said
 * @param snmp null: not said
 * @param node null: not said
 */
public record NewSource(
        Protocol protocol,
        String host,
        Integer port,
        Integer intervalSeconds,
        DataType dataType,
        BigDecimal scale,
        SourceUnit unit,
        Modbus modbus,
        Snmp snmp,
        Node node) {

    /** Whether the platform counts what the meter shows, without end. */
    boolean isCountedHere() {
        return protocol == Protocol.NODE || unit.isPower();
    }

    /**
     * Where in a Modbus device.
     *
     * @param unitId null: 1
     * @param function null: {@code HOLDING}
     * @param address of the first register, from 0
     * @param wordOrder null: {@code HIGH_FIRST}
     */
    public record Modbus(Integer unitId, Function function, Integer address, WordOrder wordOrder) {}

    /**
     * Where in an SNMP agent, and as whom: by a community, or as a user.
     *
     * @param community null: a user
     * @param user null: a community
     */
    public record Snmp(
            String oid,
            String community,
            String user,
            AuthProtocol authProtocol,
            String authPassword,
            PrivProtocol privProtocol,
            String privPassword) {

        // Never the secrets.
        @Override
        public String toString() {
            return "Snmp[" + oid + "]";
        }
    }

    /**
     * Which node, and what of it.
     *
     * @param covers null: {@code ALL}
     */
    public record Node(String code, Covers covers) {}

    /** How messages of a user are authenticated. */
    public enum AuthProtocol {
        MD5,
        SHA,
        SHA256,
        SHA512
    }

    /** How messages of a user are enciphered. */
    public enum PrivProtocol {
        DES,
        AES128,
        AES256
    }

    /** Which registers are read. */
    public enum Function {
        HOLDING,
        INPUT
    }

    /** Which register of a number comes first: the most significant one, or the least. */
    public enum WordOrder {
        HIGH_FIRST,
        LOW_FIRST
    }
}
