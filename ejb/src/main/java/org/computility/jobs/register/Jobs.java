package org.computility.jobs.register;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.jobs.JobSearch;
import org.computility.jobs.register.columns.OrderedIds;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.computility.shared.database.SearchText;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code job}. */
interface Jobs {

    /** What sorts jobs, and the attributes behind it. */
    Map<String, String> SORTABLE = Map.of(
            "id", "jobId", "name", "name", "status", "status", "createTime", "createdAt", "createdAt", "createdAt");

    StatelessSession session();

    @Find
    Optional<Job> find(UUID jobId);

    /** One job, locked until the transaction ends; whoever changes it or what belongs to it holds it so. */
    @SQL("select * from job where job_id = :jobId for no key update")
    Optional<Job> lock(UUID jobId);

    /** Those of these that nobody else holds, locked so. Whoever holds many jobs waits for none. */
    @SQL("select * from job where job_id = any(:jobIds) order by job_id for no key update skip locked")
    List<Job> lockFree(UUID[] jobIds);

    @SQL("select * from job where job_id = any(:jobIds) order by job_id")
    List<Job> all(UUID[] jobIds);

    default List<Job> all(Collection<UUID> jobIds) {
        return all(jobIds.toArray(new UUID[0]));
    }

    /** Deleted jobs that no runtime needs to forget any more are gone. */
    @SQL("""
        delete from job where deleted_at is not null
          and not exists (select from job_attempt a where a.job_id = job.job_id)
        """)
    int removeForgotten();

    /** Whether something runs or shall run there, or a job that has not ended names it: 1 or 0. */
    @SQL("""
        select cast(count(*) as integer) from (
            select 1 from job_attempt
            where center_id = :centerId and state in ('PLACED', 'SUBMITTING', 'QUEUED', 'RUNNING')
            union all
            select 1 from job
            where status in ('PENDING', 'RUNNING') and deleted_at is null
              and center_ids @> array[cast(:centerId as text)]
            limit 1) needs
        """)
    int needCenter(String centerId);

    /** Whether something runs there, or may: 1 or 0. */
    @SQL("""
        select cast(count(*) as integer) from (
            select 1 from job_attempt
            where center_id = :centerId and state in ('PLACED', 'SUBMITTING', 'QUEUED', 'RUNNING') limit 1) needs
        """)
    int runAt(String centerId);

    /** Whether a service runs or shall run there: 1 or 0. */
    @SQL("""
        select cast(count(*) as integer) from (
            select 1 from job_attempt a join job j on j.job_id = a.job_id
            where a.center_id = :centerId and a.state in ('PLACED', 'SUBMITTING', 'QUEUED', 'RUNNING')
              and j.kind = 'ONLINE' limit 1) needs
        """)
    int needServices(String centerId);

    /** Some jobs with something at that center, or that have not ended and name it, all from before that moment. */
    @SQL("""
        (select job_id from job_attempt
         where center_id = :centerId and state in ('PLACED', 'SUBMITTING', 'QUEUED', 'RUNNING')
           and placed_at <= :until limit :most)
        union
        (select job_id from job
         where status in ('PENDING', 'RUNNING') and deleted_at is null
           and center_ids @> array[cast(:centerId as text)] and created_at <= :until limit :most)
        """)
    List<UUID> leftAt(String centerId, Instant until, int most);

    @SQL("""
        select cast(count(*) as integer) from (
            select 1 from job
            where status in ('PENDING', 'RUNNING') and deleted_at is null and spec_id = :specId limit 1) needs
        """)
    int needSpec(String specId);

    @SQL("""
        select cast(count(*) as integer) from (
            select 1 from job
            where status in ('PENDING', 'RUNNING') and deleted_at is null and image_id = :imageId limit 1) needs
        """)
    int needImage(String imageId);

    /** Of the last jobs that began after a forecast: how many, and how many by then. Rounds come once a second, and a center takes a moment to begin: ten seconds are allowed. */
    @SQL("""
        select count(*) as made, count(*) filter (where started_at <= forecast_start + interval '10 seconds') as kept
        from (select started_at, forecast_start from job
              where forecast_start is not null and started_at is not null
              order by started_at desc limit 100) last
        """)
    JobPlacements.Forecasts forecasts();

    /**
     * Jobs of that user (null: of all) and that organisation (null: of all) that are not deleted. A total of more than
     * 10,000 may be ten seconds old.
     */
    default Page<Job> page(UUID userId, UUID organisationId, JobSearch search, PageRequest page) {
        Search<Job> found = new Search<>(session(), Job.class)
                .amongMillions(Arrays.asList(userId, organisationId, search), Job_.jobId);
        found.where((b, job) -> b.isNull(job.get(Job_.deletedAt)))
                .equal(Job_.userId, userId)
                .equal(Job_.organisationId, organisationId)
                .equal(Job_.kind, search.kind())
                .equal(Job_.status, search.status())
                .equal(Job_.processor, search.processor())
                .from(Job_.createdAt, search.from())
                .before(Job_.createdAt, search.before());
        // Ids are in the order of their coming in: of a time long ago, a page is found by them without a look at what
        // came since.
        if (search.from() != null) {
            found.from(Job_.jobId, OrderedIds.first(search.from()));
        }
        if (search.before() != null) {
            found.before(Job_.jobId, OrderedIds.first(search.before().plusMillis(1)));
        }
        if (search.text() != null && !search.text().isEmpty()) {
            String pattern = SearchText.containing(search.text());
            found.where((b, job) -> b.or(
                    b.like(b.lower(job.get(Job_.name)), pattern, '!'),
                    b.like(b.lower(job.get(Job_.description)), pattern, '!')));
        }
        // A single character has no pair. One user's jobs are fewer than those with a common word.
        if (userId == null
                && search.text() != null
                && search.text().codePointCount(0, search.text().length()) > 1) {
            found.narrowedBy((b, job) -> b.isTrue(b.function(
                    "job_mentions",
                    Boolean.class,
                    job.get(Job_.name),
                    job.get(Job_.description),
                    b.value(search.text().toLowerCase(Locale.ROOT)))));
        }
        if (search.centerId() != null && !search.centerId().isEmpty()) {
            found.among(
                    Job_.jobId,
                    JobTask.class,
                    JobTask_.jobId,
                    (b, task) -> b.equal(task.get(JobTask_.centerId), search.centerId()));
        }
        return found.page(page, SORTABLE, Order.desc(Job_.jobId));
    }
}
