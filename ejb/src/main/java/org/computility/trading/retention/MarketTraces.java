package org.computility.trading.retention;

import java.time.Instant;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** Rows of {@code delivery_call} and {@code usage_use} on their way out. */
interface MarketTraces {

    StatelessSession session();

    /** Some calls that began earlier, and that nobody waits for. What they used stands in {@code usage_record}, under their IDs. */
    @SQL("""
            delete from delivery_call where call_id in (
                select call_id from delivery_call
                where begun_at < :before and (outcome <> 'RUNNING' or waits_until < :before)
                order by begun_at limit :most for update skip locked)
            """)
    int purgeCalls(Instant before, int most);

    /** Some uses of earlier times. What remains of a scene stands in {@code usage_scene}. */
    @SQL("""
            delete from usage_use where use_id in (
                select use_id from usage_use where used_at < :before order by used_at limit :most for update skip locked)
            """)
    int purgeUses(Instant before, int most);
}
