package org.computility.planning.inspection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code task_plan} as inspections move them. */
interface Standings {

    StatelessSession session();

    /** The plan's, if that run works on it, locked until the transaction ends. */
    default Optional<Standing> lock(long planId, long runId) {
        return lock(List.of(new PlanRun(planId, runId))).stream().findFirst();
    }

    /** Those of the plans that these runs work on, locked in a fixed order until the transaction ends. */
    default List<Standing> lock(Collection<PlanRun> runs) {
        Set<PlanRun> wanted = Set.copyOf(runs);
        return lock(Columns.of(wanted, PlanRun::planId, Long[]::new)).stream()
                .filter(standing -> standing.isWorkedOnBy(wanted))
                .toList();
    }

    /** Not {@code for update}: starts open runs that point to the plan, and hold instances meanwhile. */
    @SQL("select * from task_plan where id = any(:planIds) order by id for no key update")
    List<Standing> lock(Long[] planIds);

    /** Writes where these stand now: one statement for any number. */
    default void write(Collection<Standing> changed) {
        if (!changed.isEmpty()) {
            write(
                    Columns.of(changed, Standing::id, Long[]::new),
                    Columns.of(changed, Standing::status, String[]::new),
                    Columns.of(changed, standing -> standing.position().roundCount(), Integer[]::new),
                    Columns.of(changed, Standing::afterNumber, Long[]::new),
                    Columns.of(changed, Standing::groupStartedAt, Instant[]::new));
        }
    }

    @SQL("""
            update task_plan p set status = c.status, round_count = c.round_count, after_number = c.after_number,
                group_started_at = c.started_at
            from unnest(:planIds, :states, :rounds, :afterNumbers, :starts)
                c (id, status, round_count, after_number, started_at)
            where p.id = c.id
            """)
    int write(Long[] planIds, String[] states, Integer[] rounds, Long[] afterNumbers, Instant[] starts);

    @SQL("""
            select p.id, coalesce(p.status = 'OFF' and p.round_count >= p.round_limit, false),
                count(i.number) filter (where i.number <= p.after_number and not i.postponed), count(i.number)
            from task_plan p left join task_instance i on i.plan_id = p.id where p.id = any(:planIds) group by p.id
            """)
    List<Progress> progress(Long[] planIds);

    /** How far the running round is, in instances. */
    record Progress(long planId, boolean over, long done, long members) {

        double share() {
            return Position.progress(over, done, members);
        }
    }
}
