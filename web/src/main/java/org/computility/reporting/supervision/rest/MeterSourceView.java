package org.computility.reporting.supervision.rest;

import java.math.BigDecimal;
import java.time.Instant;
import org.computility.energy.nodes.Covers;
import org.computility.energy.sources.DataType;
import org.computility.energy.sources.NewSource;
import org.computility.energy.sources.NewSource.AuthProtocol;
import org.computility.energy.sources.NewSource.Function;
import org.computility.energy.sources.NewSource.PrivProtocol;
import org.computility.energy.sources.NewSource.WordOrder;
import org.computility.energy.sources.SourceUnit;
import org.computility.energy.sources.SourceView;

/**
 * Where a meter is read, without secrets, and what came of it.
 *
 * @param source {@code PUSHED} where the platform does not read it
 * @param age seconds since the last reading; null: none was ever taken
 */
public record MeterSourceView(
        String source,
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
        String user,
        AuthProtocol authProtocol,
        PrivProtocol privProtocol,
        String node,
        Covers covers,
        String setBy,
        Instant setAt,
        Instant lastReadingAt,
        Long age,
        Instant triedAt,
        String failure,
        Instant failedSince) {

    private static final NewSource PUSHED = new NewSource(null, null, null, null, null, null, null, null, null, null);
    private static final NewSource.Modbus NO_MODBUS = new NewSource.Modbus(null, null, null, null);
    private static final NewSource.Snmp NO_SNMP = new NewSource.Snmp(null, null, null, null, null, null, null);
    private static final NewSource.Node NO_NODE = new NewSource.Node(null, null);

    static MeterSourceView of(SourceView view) {
        NewSource said = view.said() == null ? PUSHED : view.said();
        NewSource.Modbus modbus = said.modbus() == null ? NO_MODBUS : said.modbus();
        NewSource.Snmp snmp = said.snmp() == null ? NO_SNMP : said.snmp();
        NewSource.Node node = said.node() == null ? NO_NODE : said.node();
        return new MeterSourceView(
                said.protocol() == null ? "PUSHED" : said.protocol().name(),
                said.host(),
                said.port(),
                said.intervalSeconds(),
                said.dataType(),
                said.scale(),
                said.unit(),
                modbus.unitId(),
                modbus.function(),
                modbus.address(),
                modbus.wordOrder(),
                snmp.oid(),
                snmp.user(),
                snmp.authProtocol(),
                snmp.privProtocol(),
                node.code(),
                node.covers(),
                view.setBy(),
                view.setAt(),
                view.age().lastReadingAt(),
                view.age().seconds(),
                view.triedAt(),
                view.failure(),
                view.failedSince());
    }
}
