package org.computility.reporting.supervision;

import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** Asks rows of {@code reported_source} the other way round. */
interface BoundCenters {

    StatelessSession session();

    /** Of which reported centers these job centers are a source; those that are none are left out. */
    @SQL("""
            select source_id, center_id from reported_source
            where kind = 'CENTER' and source_id = any(:jobCenters) order by source_id
            """)
    List<Bound> of(String[] jobCenters);

    /** Which job centers are a source of that reported center. */
    @SQL("select source_id from reported_source where kind = 'CENTER' and center_id = :centerId order by source_id")
    List<String> sources(int centerId);

    /** A job center, and the reported center that it is a source of. */
    record Bound(String jobCenter, int centerId) {}
}
