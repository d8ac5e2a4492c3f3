package org.computility.planning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.Makes;
import org.computility.results.ResultSource;
import org.computility.shared.database.Columns;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.SelectionQuery;

/**
 * The rows of {@code task_instance} as their owners change them; {@code dispatch} runs them. Whoever locks several rows
 * locks the plans first, then the rows in the order of their numbers: nobody ever deadlocks.
 */
interface Instances {

    /** What lists of instances may be sorted by. */
    Map<String, String> SORTABLE = Map.of(
            "number", TaskInstance_.NUMBER,
            "planId", TaskInstance_.PLAN_ID,
            "state", TaskInstance_.STATE,
            "createdAt", TaskInstance_.CREATED_AT,
            "priority", TaskInstance_.PRIORITY);

    String NAMED = """
            (i.number in :numbers or i.id in :ids) and (:organisationId is null or i.organisationId = :organisationId)
            """;

    String WANT = """
            update task_instance i set wanted = true, held = false, attempts = 0, message = null, changed_at = :now,
                state = case when i.state in ('STARTING', 'RUNNING', 'STOPPING') then i.state else 'PENDING' end,
                preempted_by = case when i.state in ('STARTING', 'RUNNING', 'STOPPING') then i.preempted_by end,
                retry_at = case when i.state = 'STOPPING' then i.retry_at
                    when p.mode = 'PERIODIC' and i.state not in ('STARTING', 'RUNNING')
                    then cast(:now as timestamptz) end
            from task_plan p, (select id from task_instance where
            """;

    String WANTED = " order by number for update) l where i.id = l.id and p.id = i.plan_id";

    String HOLD = """
            update task_instance i set wanted = false, held = true, attempts = 0, changed_at = :now,
                message = case when i.state in ('STARTING', 'RUNNING', 'STOPPING') then i.message end,
                state = case when i.state in ('PENDING', 'YIELDED', 'FINISHED', 'ERROR') then 'PAUSED' else i.state end,
                preempted_by = case when i.state in ('STARTING', 'RUNNING', 'STOPPING') then i.preempted_by end,
                retry_at = case when i.state in ('STARTING', 'RUNNING', 'STOPPING') then i.retry_at end
            from (select id from task_instance where
            """;

    String HELD =
            " order by number for update) l where i.id = l.id and not (i.wanted and i.state in ('STARTING', 'RUNNING'))";

    String UNWANT = "with l as (select id from task_instance where ";

    String UNWANTED = """
             order by number for update),
            changed as (
                update task_instance i set wanted = false, held = false, changed_at = :now,
                    message = case when i.state not in ('PENDING', 'YIELDED') then i.message end,
                    preempted_by = case when i.state in ('STARTING', 'RUNNING', 'STOPPING') then i.preempted_by end,
                    retry_at = case when i.state in ('STARTING', 'RUNNING', 'STOPPING')
                        then cast(:now as timestamptz) + interval '10 seconds' end,
                    state = case when i.state in ('PENDING', 'YIELDED') then 'PAUSED' else i.state end
                from l where i.id = l.id returning i.id, i.state),
            foretold as (
                delete from instance_forecast f using changed where f.instance_id = changed.id and f.started_at is null)
            select id from changed where state in ('STARTING', 'RUNNING', 'STOPPING')
            """;

    StatelessSession session();

    /** The named instances that the organisation has (null: any organisation), with their plans. */
    @HQL("from TaskInstance i join fetch i.plan where " + NAMED + "order by i.number")
    SelectionQuery<TaskInstance> named(List<Long> numbers, List<UUID> ids, UUID organisationId);

    /** The same, locked. */
    default List<TaskInstance> lock(InstanceIds ids, UUID organisationId) {
        return named(ids.numbers(), ids.uuids(), organisationId)
                .setLockMode("i", LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @HQL("from Plan p where p.id in (select i.planId from TaskInstance i where " + NAMED + ") order by p.id")
    SelectionQuery<Plan> plans(List<Long> numbers, List<UUID> ids, UUID organisationId);

    /** Locks the plans of the named instances. */
    default List<Plan> lockPlans(InstanceIds ids, UUID organisationId) {
        return plans(ids.numbers(), ids.uuids(), organisationId)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @HQL("from TaskInstance i join fetch i.plan where i.planId = :planId order by i.number")
    SelectionQuery<TaskInstance> members(long planId);

    /** All instances of the plan, locked. */
    default List<TaskInstance> lockMembers(long planId) {
        return members(planId).setLockMode("i", LockMode.PESSIMISTIC_WRITE).getResultList();
    }

    /** The instances of the plans, without the plans themselves. */
    @SQL("select * from task_instance where plan_id = any(:planIds) order by plan_id, number")
    List<TaskInstance> ofPlans(Long[] planIds);

    /** Adds instances in their order. */
    default List<ResultSource> add(long planId, List<InstanceSpec> specs, boolean wanted, Instant now) {
        return add(
                planId,
                Columns.of(specs, spec -> spec.document().text(), String[]::new),
                Columns.of(specs, InstanceSpec::algoDefCode, String[]::new),
                Columns.of(specs, InstanceSpec::deviceId, String[]::new),
                Columns.of(specs, InstanceSpec::priority, Integer[]::new),
                Columns.of(specs, InstanceSpec::pinnedService, UUID[]::new),
                wanted,
                now);
    }

    @Makes(InstanceEvent.ADDED)
    @SQL("""
            with added as (
                insert into task_instance (id, plan_id, organisation_id, task_info, algo_def_code, device_id,
                    priority, pinned_service, state, wanted, retry_at, created_at, changed_at)
                select gen_random_uuid(), p.id, p.organisation_id, cast(n.info as jsonb), n.code, n.device, n.priority,
                    n.pinned, case when :wanted then 'PENDING' else 'PAUSED' end, :wanted,
                    case when :wanted and p.mode = 'PERIODIC' then cast(:now as timestamptz) end, :now, :now
                from unnest(:infos, :codes, :devices, :priorities, :pinned)
                    with ordinality n (info, code, device, priority, pinned, place)
                join task_plan p on p.id = :planId order by n.place
                returning id, number, plan_id, organisation_id)
            select id, number, plan_id, organisation_id, cast(null as uuid) from added order by number
            """)
    List<ResultSource> add(
            long planId,
            String[] infos,
            String[] codes,
            String[] devices,
            Integer[] priorities,
            UUID[] pinned,
            boolean wanted,
            Instant now);

    /** These shall run: instances of a periodic plan at once, of an inspection when their group comes. */
    @Makes(InstanceEvent.WANTED)
    @SQL(WANT + "id = any(:ids)" + WANTED)
    int want(UUID[] ids, Instant now);

    /** The same for all of the plan. */
    @Makes(InstanceEvent.WANTED)
    @SQL(WANT + "plan_id = :planId" + WANTED)
    int wantAll(long planId, Instant now);

    /**
     * These shall run once their plan, which is closed, opens again. What still runs is left to the closing of the plan, which
     * is about to come. A stop that has not reached its node keeps its moment: it is finished all the same.
     */
    @Makes(InstanceEvent.HELD_BACK)
    @SQL(HOLD + "id = any(:ids)" + HELD)
    int hold(UUID[] ids, Instant now);

    /** The same for all of the plan. */
    @Makes(InstanceEvent.HELD_BACK)
    @SQL(HOLD + "plan_id = :planId" + HELD)
    int holdAll(long planId, Instant now);

    /** How many instances of the plan are paused by its windows, and how many by people. */
    @SQL("""
            select count(*) filter (where held), count(*) filter (where state = 'PAUSED' and not held)
            from task_instance where plan_id = :planId
            """)
    Held held(long planId);

    /**
     * Instances of a plan that do not run.
     *
     * @param held wanted, but the plan is closed by its windows
     * @param paused nobody wants them: never started, or stopped by somebody
     */
    record Held(long held, long paused) {}

    /**
     * Nobody wants these any more; answers the instances that a node has. Whoever calls this stops them at once; where that server
     * dies first, another one stops them when their moment comes.
     */
    @Makes(InstanceEvent.UNWANTED)
    @SQL(UNWANT + "id = any(:ids)" + UNWANTED)
    List<UUID> unwant(UUID[] ids, Instant now);

    /** The same for all of the plan. */
    @Makes(InstanceEvent.UNWANTED)
    @SQL(UNWANT + "plan_id = :planId" + UNWANTED)
    List<UUID> unwantAll(long planId, Instant now);

    @SQL("""
            delete from task_instance i
            using (select id from task_instance where id = any(:ids) order by number for update) l where i.id = l.id
            """)
    int delete(UUID[] ids);

    /** The same for these instances. */
    default void delete(Collection<TaskInstance> some) {
        delete(Columns.of(some, TaskInstance::id, UUID[]::new));
    }
}
