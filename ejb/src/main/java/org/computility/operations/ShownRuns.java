package org.computility.operations;

import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code job_run} that somebody looks at. */
interface ShownRuns {

    StatelessSession session();

    @SQL("""
            select id, job_name, cast(parameters as text) as parameters, status, progress_percent,
                cast(progress_facts as text) as progress_facts, exit_message, organisation_id, attempt, server,
                created_at, started_at, ended_at, updated_at
            from job_run where id = any(:ids)
            """)
    List<ShownRun> of(Long[] ids);

    /** Of the last minute only, along the index of the newest. */
    @SQL("""
            select organisation_id, max(id) as run_id from job_run
            where created_at > clock_timestamp() - interval '1 minute' group by organisation_id
            """)
    List<NewestRun> newest();
}
