package org.computility.reporting.supervision.rest;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.computility.energy.nodes.Covers;
import org.computility.energy.sources.DataType;
import org.computility.energy.sources.NewSource;
import org.computility.energy.sources.NewSource.AuthProtocol;
import org.computility.energy.sources.NewSource.Function;
import org.computility.energy.sources.NewSource.PrivProtocol;
import org.computility.energy.sources.NewSource.WordOrder;
import org.computility.energy.sources.Protocol;
import org.computility.energy.sources.SourceUnit;

/** Where a meter shall be read; null: absent. Secrets only come in. */
public record MeterSourceRequest(
        Protocol source,
        String host,
        Integer port,
        Integer interval,
        DataType dataType,
        BigDecimal scale,
        SourceUnit unit,
        Integer unitId,
        Function function,
        Integer address,
        WordOrder wordOrder,
        String oid,
        String community,
        String user,
        AuthProtocol authProtocol,
        String authPassword,
        PrivProtocol privProtocol,
        String privPassword,
        String node,
        Covers covers) {

    NewSource read() {
        return new NewSource(
                source,
                host,
                port,
                interval,
                dataType,
                scale,
                unit,
                isSaid(unitId, function, address, wordOrder)
                        ? new NewSource.Modbus(unitId, function, address, wordOrder)
                        : null,
                isSaid(oid, community, user, authProtocol, authPassword, privProtocol, privPassword)
                        ? new NewSource.Snmp(
                                oid, community, user, authProtocol, authPassword, privProtocol, privPassword)
                        : null,
                isSaid(node, covers) ? new NewSource.Node(node, covers) : null);
    }

    private static boolean isSaid(Object... members) {
        return Arrays.stream(members).anyMatch(Objects::nonNull);
    }

    // Never the secrets.
    @Override
    public String toString() {
        return source + " " + (host == null ? node : host);
    }
}
