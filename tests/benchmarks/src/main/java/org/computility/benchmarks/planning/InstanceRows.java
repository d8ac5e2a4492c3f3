package org.computility.benchmarks.planning;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.computility.benchmarks.load.PlatformDatabase;

/**
 * Very many instances, in plans of twenty each, put into the tables by SQL: over a year, every tenth plan of one organisation, the
 * others of forty; a place, a task and a number for a name; of a plan that is ON most instances run, of one that is OFF none. Their
 * nodes are not registered, and nothing of them is due, so that the platform leaves them alone.
 */
final class InstanceRows {

    static final int IN_A_PLAN = 20;
    static final int DEVICES = 200_000;
    static final int CODES = 30;

    private static final int PLANS_AT_ONCE = 2_500;
    private static final List<String> PLACES =
            List.of("east gate", "harbour", "warehouse", "ring road", "北门", "河道", "仓库", "广场");
    private static final List<String> TASKS = List.of("intrusion", "smoke", "parking", "water level", "人流检测", "车牌识别");

    private static final String FILL =
            """
            with planned as (
                insert into task_plan (organisation_id, name, type, mode, auto_restart, auto_start, status, created_at, modified_at,
                    concurrency, duration)
                select case when n %% 10 = 0 then cast(? as uuid) else md5('organisation' || n %% 40)::uuid end,
                    (array[%s])[1 + abs(hashtext('place' || n)) %% %d] || ' ' || (array[%s])[1 + abs(hashtext('task' || n)) %% %d]
                        || ' ' || n,
                    (array['VIDEO_REALTIME', 'VIDEO_REALTIME', 'VIDEO_PLAYBACK', 'IMAGE_REALTIME'])[1 + n %% 4],
                    case when n %% 20 = 7 then 'INSPECTIVE' else 'PERIODIC' end, true, false,
                    case when n %% 20 = 7 or n %% 5 = 1 then 'OFF' else 'ON' end,
                    now() - (? - n) * interval '10 minutes', now() - (? - n) * interval '9 minutes', 5, 60
                from generate_series(cast(? as integer), cast(? as integer)) n
                returning id, organisation_id, status, created_at),
            told as (
                select p.*, abs(hashtext('fate' || p.id || '-' || k)) %% 100 as fate, abs(hashtext('device' || p.id || '-' || k)) as chance
                from planned p, generate_series(1, %d) k),
            stood as (
                select *, case
                    when status = 'ON' then
                        case when fate < 85 then 'RUNNING' when fate < 92 then 'FINISHED' when fate < 98 then 'ERROR' else 'PENDING' end
                    when fate < 80 then 'PAUSED' when fate < 95 then 'FINISHED' else 'ERROR' end as state
                from told),
            added as (
                insert into task_instance (id, plan_id, organisation_id, task_info, algo_def_code, device_id, priority, state, wanted,
                    compute_code, service_id, created_at, changed_at)
                select gen_random_uuid(), s.id, s.organisation_id,
                    jsonb_set(t.task_info, '{DeviceID}', to_jsonb('camera-' || chance %% %d)),
                    'SEARCHED-' || chance %% %d, 'camera-' || chance %% %d, chance %% 10, state, status = 'ON' and state <> 'FINISHED',
                    case when state = 'RUNNING' then '11010801005028' || lpad((chance %% 200)::text, 6, '0') end,
                    case when state = 'RUNNING' then md5('service' || chance %% 200)::uuid end, s.created_at, s.created_at
                from stood s, (select task_info from task_instance where plan_id = ?) t
                returning id, plan_id, state, created_at)
            insert into instance_run (plan_id, instance_id, started_at, ended_at, outcome)
            select plan_id, id, created_at, case when state <> 'RUNNING' then created_at + interval '1 hour' end,
                case when state <> 'RUNNING' then state end
            from added where state in ('RUNNING', 'FINISHED', 'ERROR')
            """.formatted(array(PLACES), PLACES.size(), array(TASKS), TASKS.size(), IN_A_PLAN, DEVICES, CODES, DEVICES);

    private InstanceRows() {}

    /**
     * Fills up to that many instances, unless they are there already.
     *
     * @param organisation that every tenth plan belongs to
     * @param template a plan of one instance, whose task all others have
     */
    static void fill(PlatformDatabase database, int instances, String organisation, long template) throws SQLException {
        int plans = instances / IN_A_PLAN;
        if (database.number("select count(*) from task_plan where name ~ ' \\d+$'")
                        .intValue()
                >= plans) {
            hand(database, organisation);
        } else {
            for (int from = 1; from <= plans; from += PLANS_AT_ONCE) {
                database.run(
                        FILL, organisation, plans, plans, from, Math.min(plans, from + PLANS_AT_ONCE - 1), template);
                // The platform looks into these tables each second: it plans by what they hold.
                database.runAll("analyze task_plan", "analyze task_instance", "analyze instance_run");
            }
        }
        for (String table : List.of("task_plan", "task_instance", "instance_run")) {
            database.run("vacuum analyze " + table);
        }
    }

    /** Those of an earlier run go to this run's organisation. */
    private static void hand(PlatformDatabase database, String organisation) throws SQLException {
        database.run("""
            with handed as (
                update task_plan set organisation_id = cast(? as uuid)
                where name ~ ' \\d+0$' returning id, organisation_id)
            update task_instance i set organisation_id = h.organisation_id from handed h where i.plan_id = h.id
            """, organisation);
    }

    /** A word that stands in an eighth of all names, or a sixth. */
    static String commonWord() {
        List<String> words = ThreadLocalRandom.current().nextBoolean() ? PLACES : TASKS;
        return words.get(ThreadLocalRandom.current().nextInt(words.size()));
    }

    private static String array(List<String> words) {
        return "'" + String.join("', '", words) + "'";
    }
}
