package org.computility.planning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code task_plan}. */
interface Plans {

    /** What lists of plans may be sorted by. */
    Map<String, String> SORTABLE = Map.of(
            "id", Plan_.ID,
            "name", Plan_.NAME,
            "createdAt", Plan_.CREATED_AT,
            "modifiedAt", Plan_.MODIFIED_AT);

    StatelessSession session();

    @Find
    Optional<Plan> find(Long id);

    /** Plans of the organisation (null: of any) whose names in lower case match, at most so many. */
    @SQL("""
            select id from task_plan
            where lower(name) like :pattern escape '!'
              and (cast(:organisationId as uuid) is null or organisation_id = cast(:organisationId as uuid))
            limit :most
            """)
    List<Long> named(String pattern, UUID organisationId, int most);

    /** Those of these that are there. */
    @SQL("select * from task_plan where id = any(:ids)")
    List<Plan> all(Long[] ids);

    /**
     * The plan, if the organisation has it (null: any organisation). Its row is locked, always before the rows of its
     * instances.
     */
    default Optional<Plan> lock(long id, UUID organisationId) {
        return lock(id).filter(plan -> plan.belongsTo(organisationId));
    }

    /**
     * Not {@code for update}: a start holds its instances and opens runs that point to the plan. It would wait for the
     * plan, while the holder of the plan waits for the instances.
     */
    @SQL("select * from task_plan where id = :id for no key update")
    Optional<Plan> lock(long id);

    /** Its instances have been added to, changed or deleted. */
    @HQL("update Plan set modifiedAt = :now where id = :id")
    void touch(Long id, Instant now);

    /**
     * Somebody went by the windows of these plans, as they are at that moment by this server's clock: each plan is looked at
     * again at its next boundary by the same clock, though another server, whose clock is ahead, may have done so before.
     */
    default void lookAgain(Collection<Plan> plans, Instant now) {
        List<Plan> changing =
                plans.stream().filter(plan -> plan.nextChange(now) != null).toList();
        if (!changing.isEmpty()) {
            lookAgain(
                    Columns.of(changing, Plan::id, Long[]::new),
                    Columns.of(changing, plan -> plan.nextChange(now), Instant[]::new));
        }
    }

    /** What is due before stays so: nobody has looked yet. */
    @SQL("""
            update task_plan p set next_change_at = c.change_at
            from unnest(:ids, :changes) c (id, change_at)
            where p.id = c.id and (p.next_change_at is null or p.next_change_at > c.change_at)
            """)
    int lookAgain(Long[] ids, Instant[] changes);

    @SQL("""
            select i.plan_id, count(distinct i.device_id), count(*),
                count(*) filter (where state in ('PENDING', 'STARTING')), count(*) filter (where state = 'ERROR'),
                count(*) filter (where state in ('RUNNING', 'STOPPING')), count(*) filter (where state in ('PAUSED', 'YIELDED')),
                count(*) filter (where state = 'FINISHED'),
                count(*) filter (where i.number <= p.after_number and not i.postponed)
            from task_instance i join task_plan p on p.id = i.plan_id where i.plan_id = any(:planIds) group by i.plan_id
            """)
    List<Counts> counts(Long[] planIds);

    /** How the instances of a plan stand (T/BAX 0006.5 table C.6), counted when asked. */
    record Counts(
            long planId,
            long devices,
            long total,
            long starting,
            long startErrors,
            long running,
            long stopped,
            long finished,
            long done) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
