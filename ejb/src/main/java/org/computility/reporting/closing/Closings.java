package org.computility.reporting.closing;

import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code month_closing}. */
interface Closings {

    StatelessSession session();

    /** How many rows say that the run is through with that center: 1 or 0. */
    @SQL("select count(*) from month_closing where run_id = :run and center_id = :centerId")
    long through(long run, int centerId);

    /** The run is through with that center. */
    @SQL("insert into month_closing (run_id, center_id, outcome) values (:run, :centerId, :outcome)")
    int keep(long run, int centerId, String outcome);

    @SQL("""
            select count(*) filter (where outcome = 'CLOSED'), count(*) filter (where outcome = 'UNCHANGED'),
                count(*) filter (where outcome = 'LEFT')
            from month_closing where run_id = :run
            """)
    ClosingTally tally(long run);
}
