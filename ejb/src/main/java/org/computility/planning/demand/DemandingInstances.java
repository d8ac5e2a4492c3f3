package org.computility.planning.demand;

import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code task_instance} as services see them. */
interface DemandingInstances {

    StatelessSession session();

    /** How many tasks each of these services has, or may have. */
    @SQL("""
            select service_id, count(*) from task_instance
            where service_id = any(:services) and state in ('STARTING', 'RUNNING', 'STOPPING') group by service_id
            """)
    List<Taken> taken(UUID[] services);

    /** Tasks of a service. */
    record Taken(UUID serviceId, long tasks) {}

    /**
     * The devices, or null, of instances that look for a place, the first in the order of starts first. Instances that are bound to a
     * service are left out: no other service helps them.
     */
    @SQL("""
            select device_id from task_instance
            where wanted and state in ('PENDING', 'YIELDED') and retry_at is not null
              and organisation_id = :organisationId and algo_def_code = :algoDefCode and pinned_service is null
            order by priority desc, number limit :most
            """)
    List<String> waiting(UUID organisationId, String algoDefCode, int most);

    /** The tasks of a service but for so many that stay: the highest priority first, then the oldest. */
    @SQL("""
            select id from task_instance
            where service_id = :serviceId and state in ('STARTING', 'RUNNING', 'STOPPING')
            order by state = 'STOPPING', priority desc, number offset :staying
            """)
    List<UUID> beyond(UUID serviceId, int staying);
}
