package org.computility.operations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.database.Columns;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/**
 * The rows of {@code job_run}. Single statements change a row, since others change it at the same time. They take their
 * times from the database, whose clock is the only one that all servers share.
 */
interface Runs {

    StatelessSession session();

    @Find
    Optional<Run> find(Long id);

    /** Wants a run, leased to the server for so many seconds; answers its id. A null organisation: the platform's own. */
    @SQL("""
            with wanted as (
                insert into job_run (job_name, parameters, status, organisation_id, server, lease_until)
                values (:jobName, cast(:parameters as jsonb), 'STARTING', cast(cast(:organisationId as text) as uuid), :server,
                    clock_timestamp() + make_interval(secs => :lease))
                returning id)
            select id from wanted
            """)
    long add(String jobName, String parameters, String organisationId, String server, double lease);

    /** Changes nothing when the run is unknown or neither wanted nor started. */
    @SQL("""
            update job_run set status = 'STOPPING', updated_at = clock_timestamp()
            where id = :id and status in ('PENDING', 'STARTING', 'STARTED')
            """)
    int requestStop(long id);

    /** Makes an ended run wanted again; empty when it is not stopped or failed. */
    @SQL("""
            with wanted as (
                update job_run set status = 'STARTING', attempt = attempt + 1, server = :server, ended_at = null,
                    exit_message = null, lease_until = clock_timestamp() + make_interval(secs => :lease),
                    updated_at = clock_timestamp()
                where id = :id and status in ('STOPPED', 'FAILED')
                returning id, attempt)
            select id, attempt from wanted
            """)
    Optional<RunWanted> restart(long id, String server, double lease);

    /** What running jobs say of themselves; nothing of a run that has ended. */
    default void progress(Collection<RunProgress> all) {
        if (!all.isEmpty()) {
            progress(
                    Columns.of(all, RunProgress::runId, Long[]::new),
                    Columns.of(all, RunProgress::percent, Double[]::new),
                    Columns.of(all, RunProgress::factsText, String[]::new));
        }
    }

    /** The rows are locked in the order of their ids, as whoever prolongs their leases does. */
    @SQL("""
            update job_run r set progress_percent = c.percent, progress_facts = cast(c.facts as jsonb),
                updated_at = clock_timestamp()
            from (select id from job_run where id = any(:ids) order by id for update) l,
                unnest(:ids, :percents, :facts) c (id, percent, facts)
            where r.id = l.id and c.id = l.id and r.status in ('PENDING', 'STARTING', 'STARTED', 'STOPPING')
            """)
    void progress(Long[] ids, Double[] percents, String[] facts);

    /**
     * One page of the runs that the search asks for, newest first. It is read along an index, so it costs the same in a table
     * of a million.
     *
     * @param organisationId null: of all organisations
     */
    default RunList page(RunSearch search, UUID organisationId, int page, int pageSize) {
        Search<Run> found = new Search<>(session(), Run.class)
                .equal(Run_.organisationId, organisationId)
                .equal(Run_.jobName, search.jobName())
                .equal(Run_.status, search.status())
                .from(Run_.createdAt, search.from())
                .before(Run_.createdAt, search.to());
        List<Run> items = found.list((page - 1) * pageSize, pageSize, Order.desc(Run_.createdAt), Order.desc(Run_.id));
        return new RunList(
                items.stream().map(Run::view).toList(), page, pageSize, found.countUpTo(RunList.COUNTED, Run_.id));
    }

    /** The active runs of a job, in no order. */
    @SQL("""
            select id from job_run
            where job_name = :jobName and status in ('PENDING', 'STARTING', 'STARTED', 'STOPPING')
            """)
    List<Long> active(String jobName);

    /** These runs, in no order; unknown runs are missing. */
    @SQL("select * from job_run where id = any(:ids)")
    List<Run> among(Long[] ids);

    /**
     * The newest run of each organisation, found by leaping along the index from one to the next: runs of the platform itself
     * come last in it.
     */
    @SQL("""
            with recursive leap as (
                (select organisation_id from job_run where organisation_id is not null order by organisation_id limit 1)
                union all
                select (select organisation_id from job_run where organisation_id > leap.organisation_id
                    order by organisation_id limit 1)
                from leap where leap.organisation_id is not null)
            select organisation_id, (select id from job_run where organisation_id = leap.organisation_id
                order by created_at desc, id desc limit 1) as run_id
            from leap where organisation_id is not null
            union all
            (select organisation_id, id from job_run where organisation_id is null
                order by organisation_id, created_at desc, id desc limit 1)
            """)
    List<NewestRun> newest();

    /** The names of all jobs that ever ran, found by leaping along the index from one name to the next. */
    @SQL("""
            with recursive leap as (
                select min(job_name) as name from job_run
                union all
                select (select min(job_name) from job_run where job_name > leap.name) from leap
                where leap.name is not null)
            select name from leap where name is not null
            """)
    List<String> jobNames();
}
