package org.computility.serving.watching;

import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code algorithm_service} as pages of nodes want them: one statement for any number of nodes. */
interface ServicesOfNodes {

    String WATCHED = """
            select id, organisation_id, package_id, status, message, replicas, xpu_type, created_at
            from algorithm_service
            """;

    StatelessSession session();

    @SQL("""
            select compute_code, count(*) as services, count(*) filter (where status = 'ERROR') as failed
            from algorithm_service where compute_code = any(:computeCodes) group by compute_code
            """)
    List<ServiceCount> counts(String[] computeCodes);

    /** Newest first. */
    @SQL(WATCHED + " where compute_code = :computeCode order by created_at desc, id limit :most")
    List<WatchedService> newest(String computeCode, int most);

    @SQL(WATCHED + " where id = any(:ids)")
    List<WatchedService> of(UUID[] ids);

    /** A mark of each organisation's services; an organisation without services is missing. */
    @SQL("""
            select organisation_id, cast(sum(hashtext(cast(id as text))) as bigint) as mark
            from algorithm_service group by organisation_id
            """)
    List<ServiceMark> marks();
}
