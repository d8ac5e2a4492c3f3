package org.computility.results.purge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Page;

/** The rows of {@code task_result} on their way out. */
interface OldResults {

    StatelessSession session();

    /**
     * The next results behind a key whose time is before that instant, in the order of their keys.
     *
     * @param last the day of that instant: no later partition is looked at
     */
    @HQL("""
            select day, id, time, algoDefCode from TaskResult
            where day between :day and :last and (day, id) > (:day, :id) and time < :before
            order by day, id
            """)
    List<OldResult> next(LocalDate day, UUID id, LocalDate last, Instant before, Page page);

    @SQL("select count(*) from task_result where day <= :last and time < :before")
    long count(LocalDate last, Instant before);

    /**
     * Deletes these results in one statement; results that are gone already are not counted. The first and the last day
     * are those of the results.
     */
    @SQL("""
            delete from task_result r using unnest(:days, :ids) k (day, id)
            where r.day between :first and :last and r.day = k.day and r.id = k.id
            """)
    int delete(LocalDate first, LocalDate last, LocalDate[] days, UUID[] ids);
}
