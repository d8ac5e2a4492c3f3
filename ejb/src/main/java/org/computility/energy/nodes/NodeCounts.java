package org.computility.energy.nodes;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code meter_node_count}; they go with their source. */
interface NodeCounts {

    StatelessSession session();

    /** What the counters of a meter showed last. */
    @SQL("select machine, covers, since, watt_hours from meter_node_count where meter_code = :meterCode")
    List<NodeCount> of(String meterCode);

    /** Keeps what they show now. */
    default int keep(String meterCode, List<NodeCount> shown, Instant now) {
        return keep(
                meterCode,
                Columns.of(shown, NodeCount::machine, String[]::new),
                Columns.of(shown, NodeCount::covers, String[]::new),
                Columns.of(shown, NodeCount::since, Instant[]::new),
                Columns.of(shown, NodeCount::wattHours, BigDecimal[]::new),
                now);
    }

    @SQL("""
            insert into meter_node_count (meter_code, machine, covers, since, watt_hours, shown_at)
            select :meterCode, c.machine, c.covers, c.since, c.watt_hours, :now
            from unnest(:machines, :covers, :since, :wattHours) c (machine, covers, since, watt_hours)
            on conflict (meter_code, machine, covers)
                do update set since = excluded.since, watt_hours = excluded.watt_hours, shown_at = excluded.shown_at
            """)
    int keep(
            String meterCode, String[] machines, String[] covers, Instant[] since, BigDecimal[] wattHours, Instant now);

    /** Forgets counters that have not been shown since then. */
    @SQL("delete from meter_node_count where meter_code = :meterCode and shown_at < :before")
    int forget(String meterCode, Instant before);
}
