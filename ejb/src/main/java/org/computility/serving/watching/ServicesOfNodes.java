package org.computility.serving;

import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code algorithm_service} as pages of nodes want them: one statement for any number of nodes. */
interface ServicesOfNodes {

    StatelessSession session();

    @SQL("""
            select compute_code, count(*) as services, count(*) filter (where status = 'ERROR') as failed
            from algorithm_service where compute_code = any(:computeCodes) group by compute_code
            """)
    List<ServiceCount> counts(String[] computeCodes);

    /** Newest first. */
    @SQL("""
            select * from algorithm_service where compute_code = :computeCode order by created_at desc, id limit :most
            """)
    List<AlgorithmService> newest(String computeCode, int most);

    @SQL("select * from algorithm_service where id = any(:ids)")
    List<AlgorithmService> of(UUID[] ids);
}
