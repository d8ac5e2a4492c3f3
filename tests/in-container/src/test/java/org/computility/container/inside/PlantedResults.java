package org.computility.container.inside;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.hibernate.StatelessSession;

/** Results of a day long ago, and one that cannot be deleted. */
@Stateless
public class PlantedResults {

    private static final String DAY = "2001-09-09";

    @Inject
    private StatelessSession session;

    /** So many, of which each third is of a capability that is kept longer, in the order of their numbers. */
    public void add(int count) {
        run("create table task_result_20010909 partition of task_result for values from ('" + DAY
                + "') to ('2001-09-10')");
        run(
                "insert into task_result (day, id, instance_id, plan_id, organisation_id, compute_code, algo_def_code, sequence,"
                        + " time, data, received_at) select '" + DAY + "', cast(lpad(to_hex(n), 32, '0') as uuid),"
                        + " gen_random_uuid(), 1, gen_random_uuid(), '1', case n % 3 when 0 then 'KEPT-LONGER' else 'M' end, n,"
                        + " timestamptz '" + DAY + " 12:00Z', '{}', now() from generate_series(1, " + count + ") n");
    }

    /** From here on the result of that number cannot be deleted. */
    public void protect(int number) {
        run("create function protect_result() returns trigger language plpgsql as $$ begin"
                + " raise exception 'planted at %', old.sequence; end $$");
        run("create trigger protected before delete on task_result_20010909 for each row when (old.sequence = " + number
                + ") execute function protect_result()");
    }

    /** It can be deleted again. */
    public void release() {
        run("drop trigger protected on task_result_20010909");
    }

    /** How many are left, kept ones too. */
    public long left() {
        return session.createNativeQuery("select count(*) from task_result where day = '" + DAY + "'", Long.class)
                .getSingleResult();
    }

    private void run(String statement) {
        session.createNativeMutationQuery(statement).executeUpdate();
    }
}
