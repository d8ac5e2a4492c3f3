package org.computility.settlement.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code usage_record}. */
interface UsageRecords {

    StatelessSession session();

    /** One row, or none where the event is known: who records it at the same time is waited for. */
    @SQL("""
            insert into usage_record (event_id, order_id, at, calls, tokens, received_at, day, not_before)
            values (:event, :order, :at, :calls, :tokens, :now, :day, :notBefore)
            on conflict (event_id) do nothing
            """)
    int add(UUID event, UUID order, Instant at, long calls, long tokens, Instant now, LocalDate day, String notBefore);

    @SQL("select event_id, order_id, at, calls, tokens, received_at from usage_record where event_id = :event")
    UsageView find(UUID event);
}
