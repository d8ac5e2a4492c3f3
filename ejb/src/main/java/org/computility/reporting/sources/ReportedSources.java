package org.computility.reporting.sources;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code reported_source}. */
interface ReportedSources {

    StatelessSession session();

    /** Whoever changes the sources of that center next waits until the transaction ends. */
    @SQL("select id from reported_center where id = :centerId for no key update")
    Optional<Integer> lock(int centerId);

    @HQL("where centerId = :centerId order by kind, sourceId")
    List<ReportedSource> of(int centerId);

    @HQL("order by centerId, kind, sourceId")
    List<ReportedSource> all();

    @HQL("where kind = :kind and sourceId = :sourceId")
    Optional<ReportedSource> bound(SourceKind kind, String sourceId);

    /** Which of these job centers are a source, and of which reported center. */
    @SQL("select * from reported_source where kind = 'CENTER' and source_id = any(:jobCenters) order by source_id")
    List<ReportedSource> having(String[] jobCenters);

    /** The next centers behind that one that have sources. */
    @SQL("""
            select distinct center_id from reported_source where center_id > :behind order by center_id limit :most
            """)
    List<Integer> centersBehind(int behind, int most);

    /** How many centers have sources. */
    @SQL("select count(distinct center_id) from reported_source")
    long countCenters();
}
