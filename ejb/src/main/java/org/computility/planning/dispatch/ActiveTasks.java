package org.computility.planning.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The instances that nodes have, or may have. */
interface ActiveTasks {

    StatelessSession session();

    @SQL("select id from task_instance where compute_code = :computeCode and state" + Ends.ACTIVE)
    List<UUID> onNode(String computeCode);

    @SQL("select id from task_instance where service_id = :serviceId and state" + Ends.ACTIVE)
    List<UUID> onService(UUID serviceId);

    /** What the node should run, and whether that was so at the given moment. */
    @SQL("""
            select id, changed_at < :then from task_instance
            where compute_code = :computeCode and state in ('STARTING', 'RUNNING')
            """)
    List<Expected> expected(String computeCode, Instant then);

    /** A task that a node should run; {@code settled} once it must have come there. */
    record Expected(UUID id, boolean settled) {}

    /** Some whose stop began before that moment and has not come to its end. */
    @SQL("select id from task_instance where state = 'STOPPING' and changed_at < :before limit 1000")
    List<UUID> halfStopped(Instant before);
}
