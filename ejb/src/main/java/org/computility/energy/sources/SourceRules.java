package org.computility.energy.sources;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.computility.energy.MeterKind;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** What a source must be to be read. */
final class SourceRules {

    /** Nine decimal places are kept, and nine before them. */
    private static final int PLACES = 9;

    private static final int SHORTEST_PASSWORD = 8;

    private static final BigDecimal MOST = new BigDecimal("1e12");

    private SourceRules() {}

    /** @throws Rejected {@code member-missing}, {@code member-invalid} naming the member */
    static void check(MeterKind kind, NewSource wanted) {
        if (wanted.protocol() == Protocol.NODE) {
            checkNode(kind, wanted);
            return;
        }
        require("source", wanted.node() == null, "is read without members of nodes: leave them out");
        needed("host", wanted, NewSource::host);
        needed("dataType", wanted, NewSource::dataType);
        needed("unit", wanted, NewSource::unit);
        require("dataType", wanted.dataType().protocol() == wanted.protocol(), "is of the other protocol");
        require("unit", wanted.unit().fits(kind), "is none of a meter of " + kind);
        require(
                "scale",
                wanted.scale() == null
                        || wanted.scale().signum() > 0
                                && wanted.scale().stripTrailingZeros().scale() <= PLACES
                                && wanted.scale().precision() - wanted.scale().scale() <= PLACES,
                "is above 0 and below 1000000000, with at most nine decimal places");
        if (wanted.protocol() == Protocol.MODBUS_TCP) {
            require("source", wanted.snmp() == null, "is read without members of SNMP: leave them out");
            needed("address", wanted.modbus(), NewSource.Modbus::address);
        } else {
            require("source", wanted.modbus() == null, "is read without members of Modbus: leave them out");
            needed("oid", wanted.snmp(), NewSource.Snmp::oid);
            checkAccess(wanted.snmp());
        }
    }

    private static void checkNode(MeterKind kind, NewSource wanted) {
        needed("node", wanted.node(), NewSource.Node::code);
        require(
                "source",
                Stream.of(
                                wanted.host(),
                                wanted.port(),
                                wanted.dataType(),
                                wanted.scale(),
                                wanted.unit(),
                                wanted.modbus(),
                                wanted.snmp())
                        .allMatch(Objects::isNull),
                "is a node, whose address and figures are known: leave those of devices out");
        require("source", kind != MeterKind.WATER, "is a node, which counts no water");
    }

    /** Who counts here counts without end: no modulus of the meter's own fits it. */
    static void checkModulus(BigDecimal modulus, NewSource wanted) {
        require(
                wanted.protocol() == Protocol.NODE ? "source" : "unit",
                !wanted.isCountedHere() || modulus == null,
                "is counted by the platform without end, and the meter has a modulus");
    }

    /**
     * @param value in the meter's unit, or kW
     * @throws Rejected {@code member-invalid} where it is less than nothing, or more than any meter shows
     */
    static void checkShown(BigDecimal value) {
        require("value", value.signum() >= 0, value + " is negative");
        require("value", value.compareTo(MOST) < 0, "is more than any meter shows; perhaps its type is another");
    }

    private static void checkAccess(NewSource.Snmp snmp) {
        if (snmp.community() == null) {
            needed("user", snmp, NewSource.Snmp::user);
        } else {
            require("community", snmp.user() == null, "is of v2c and user of v3: say one of them");
            require("authProtocol", snmp.authProtocol() == null, "is of a user; a community has none");
            require("privProtocol", snmp.privProtocol() == null, "is of a user; a community has none");
        }
        password("authPassword", snmp.authProtocol() != null, snmp.authPassword());
        require(
                "privProtocol",
                snmp.privProtocol() == null || snmp.authProtocol() != null,
                "needs an authProtocol, too");
        password("privPassword", snmp.privProtocol() != null, snmp.privPassword());
    }

    private static void password(String member, boolean wanted, String password) {
        if (wanted && password == null) {
            throw new Rejected("member-missing", new Member(member), "{member} is missing: its protocol needs it.");
        }
        require(member, wanted || password == null, "goes with its protocol: say that, too");
        require(
                member,
                password == null || password.length() >= SHORTEST_PASSWORD,
                "has at least " + SHORTEST_PASSWORD + " characters");
    }

    private static <T> void needed(String member, T part, Function<T, ?> value) {
        if (part == null || value.apply(part) == null) {
            throw new Rejected("member-missing", new Member(member), "{member} is missing.");
        }
    }

    private static void require(String member, boolean holds, String otherwise) {
        if (!holds) {
            throw new Rejected("member-invalid", new Member(member), "{member} " + otherwise + ".");
        }
    }
}
