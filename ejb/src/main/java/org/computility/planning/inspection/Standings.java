package org.computility.planning.inspection;

import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code task_plan} as inspections move them. */
interface Standings {

    StatelessSession session();

    /** The plan's, if that run works on it, locked until the transaction ends. */
    default Optional<Standing> lock(long planId, long runId) {
        return lock(planId).filter(standing -> standing.isWorkedOnBy(runId));
    }

    /** Not {@code for update}: starts open runs that point to the plan, and hold instances meanwhile. */
    @SQL("select * from task_plan where id = :planId for no key update")
    Optional<Standing> lock(long planId);

    @SQL("""
            select coalesce(p.status = 'OFF' and p.round_count >= p.round_limit, false),
                count(i.number) filter (where i.number <= p.after_number and not i.postponed), count(i.number)
            from task_plan p left join task_instance i on i.plan_id = p.id where p.id = :planId group by p.id
            """)
    Optional<Progress> progress(long planId);

    /** How far the running round is, in instances. */
    record Progress(boolean over, long done, long members) {

        double share() {
            return Position.progress(over, done, members);
        }
    }
}
