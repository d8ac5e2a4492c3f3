package org.computility.planning.periodic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.Makes;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code task_plan} as windows open and close them, and of {@code task_instance} that follow. */
interface Timetables {

    StatelessSession session();

    /** Whether the windows of a plan had to open or close it by that moment. */
    @SQL("select exists (select 1 from task_plan where next_change_at <= :moment)")
    boolean isAnyDue(Instant moment);

    /** Those that are due, the longest overdue first, locked; plans that others hold are skipped. */
    @SQL("""
            select * from task_plan where next_change_at <= :now
            order by next_change_at limit :most for no key update skip locked
            """)
    List<Timetable> due(Instant now, int most);

    /** When these change next; null: never. */
    @SQL("""
            update task_plan p set next_change_at = c.next_change_at
            from unnest(:planIds, :changes) c (id, next_change_at) where p.id = c.id
            """)
    int write(Long[] planIds, Instant[] changes);

    /** All plans with windows are due at that moment: what they were thought to do next may not hold any more. */
    @SQL("""
            update task_plan p set next_change_at = :now
            from (
                select id from task_plan where mode = 'PERIODIC' and cardinality(plan_day_time) > 0
                order by id for no key update) l
            where p.id = l.id
            """)
    int lookAgain(Instant now);

    /**
     * Opens and closes plans, whose rows are locked. What somebody wants is held where its plan is closed, and what is
     * held is wanted where its plan is open; what came to its own end stays so. Both in one statement, that rows are
     * locked in the order of their numbers.
     *
     * @param open of each plan, whether it is open
     * @param again nodes are told once more then, should this server die before it has told them
     * @return the instances that nodes have and shall stop
     */
    @Makes({InstanceEvent.WINDOW_OPENED, InstanceEvent.WINDOW_CLOSED})
    @SQL("""
            with l as (
                select i.id, i.state, c.open
                from unnest(:planIds, :open) c (plan_id, open) join task_instance i on i.plan_id = c.plan_id
                where case when c.open then i.held else i.wanted and i.state <> 'FINISHED' end
                order by i.number for update of i),
            changed as (
                update task_instance i set wanted = l.open, held = not l.open, changed_at = :now,
                    attempts = case when l.open then 0 else i.attempts end,
                    preempted_by = case when l.state = 'STOPPING' then i.preempted_by end,
                    message = case when l.state in ('STARTING', 'RUNNING', 'STOPPING') then i.message end,
                    state = case when l.open and l.state in ('PAUSED', 'ERROR') then 'PENDING'
                        when l.open then l.state
                        when l.state in ('PENDING', 'YIELDED', 'ERROR') then 'PAUSED'
                        when l.state in ('STARTING', 'RUNNING') then 'STOPPING' else l.state end,
                    retry_at = case when l.state = 'STOPPING' then coalesce(i.retry_at, cast(:again as timestamptz))
                        when l.open then cast(:now as timestamptz)
                        when l.state in ('STARTING', 'RUNNING') then cast(:again as timestamptz) end
                from l where i.id = l.id
                returning i.id, l.open, l.state),
            foretold as (
                delete from instance_forecast f using changed
                where f.instance_id = changed.id and f.started_at is null and not changed.open)
            select id from changed where not open and state in ('STARTING', 'RUNNING')
            """)
    List<UUID> follow(Long[] planIds, Boolean[] open, Instant now, Instant again);
}
